/// Links to searches that differ from one in a single value: what they have in common is escaped once.
struct SearchLinks {
  let input: SearchInput
  private let path: String
  /// By name in the order of the address; nil where it has none.
  private let parts: [(name: String, part: String?)]
  private let end: String?

  init(_ input: SearchInput, _ links: Links) {
    self.input = input
    path = links.root + Address.search.path
    parts = input.names.map { ($0, Self.part($0, input[$0])) }
    end = Self.part("lang", links.language?.rawValue)
  }

  /// With one value changed, or taken away.
  func with(_ name: String, _ value: String?) -> String {
    let changed = Self.part(name, value)
    return path(parts.map { $0.name == name ? changed : $0.part } + [end])
  }

  func page(_ number: Int) -> String {
    path(parts.map(\.part) + [Self.part("page", number > 1 ? String(number) : nil), end])
  }

  private static func part(_ name: String, _ value: String?) -> String? {
    value.flatMap { $0.isEmpty ? nil : "\(name)=\(Escaping.segment($0))" }
  }

  private func path(_ parts: [String?]) -> String {
    var (path, sign) = (path, "?")
    for case let part? in parts {
      path += sign + part
      sign = "&"
    }
    return path
  }
}
