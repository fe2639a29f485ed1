/// Writes the links of a page.
struct Links: Sendable {
  /// Before every path: `/` on a server, `../` in files.
  var root = "/"
  /// What canonical addresses begin with, without a slash at the end.
  var site: String
  /// The language that was chosen by hand and goes along with every link.
  var language: Language?
  /// Whether the pages are files of an ordinary web server.
  var isStatic = false

  func to(_ address: Address) -> String { to(address, []) }

  func to(_ address: Address, _ items: [(name: String, value: String)]) -> String {
    root + file(address) + query(items)
  }

  /// For those who keep or share it.
  func canonical(_ address: Address, _ items: [(name: String, value: String)] = []) -> String {
    (site.isEmpty ? root : site + "/") + file(address) + Escaping.query(items)
  }

  /// The same content for programs and spreadsheets.
  func data(
    _ address: Address, as format: DataFormat, _ items: [(name: String, value: String)] = []
  ) -> String {
    guard !isStatic else { return root + StaticName.path(of: address, ending: format.rawValue) }
    let path = root + "api/v1/" + address.path
    return path + Escaping.query(items + (format == .csv ? [("format", "csv")] : []))
  }

  private func file(_ address: Address) -> String {
    isStatic ? StaticName.path(of: address, ending: "html") : address.path
  }

  private func query(_ items: [(name: String, value: String)]) -> String {
    isStatic ? "" : Escaping.query(items + (language.map { [("lang", $0.rawValue)] } ?? []))
  }
}

/// What is offered beside the pages.
enum DataFormat: String, Sendable, CaseIterable {
  case json, csv

  var mediaType: String { self == .json ? "application/json" : "text/csv" }
}
