/// A search as an address tells it.
struct SearchInput {
  /// In Unicode scalars; what is longer nobody types, and it would take long.
  static let longestQuery = 300
  static let largestPage = 100
  /// Pages behind this are for nobody.
  static let deepest = 10_000

  /// The names that an address may use, in the order in which links write them.
  let names: [String]
  private(set) var values: [(name: String, value: String)]
  var offset = 0
  var limit = 10
  /// Whether the address says how many answers a page has.
  let namesLimit: Bool

  /// - Throws: `Refusal` where a value is too long.
  init(_ items: QueryItems, _ names: [String]) throws {
    self.names = names
    values = names.compactMap { name in items[name].map { (name, $0) } }
    for (name, value) in values { try Self.check(name, value) }
    let asked = try Self.number(items, "limit", 1...Self.largestPage)
    (limit, namesLimit) = (asked ?? limit, asked != nil)
    let page = try Self.number(items, "page", 1...(Self.deepest / limit)) ?? 1
    offset = try Self.number(items, "offset", 0...Self.deepest) ?? (page - 1) * limit
  }

  subscript(name: String) -> String? { values.first { $0.name == name }?.value }

  var query: String { self["q"] ?? "" }

  /// Whether something else than the query bounds the answers.
  var isNarrowed: Bool { values.contains { !["q", "sort"].contains($0.name) } }

  /// The search with the page of it that is asked for.
  var ofPage: [(name: String, value: String)] {
    let size = namesLimit ? [("limit", "\(limit)")] : []
    return values + size + (offset > 0 ? [("offset", "\(offset)")] : [])
  }

  /// - Throws: `Refusal` for a page behind the last.
  func checkPage(of total: Int) throws {
    if offset > 0, offset >= total { throw Refusal.notFound }
  }

  /// - Throws: `Refusal` where a value is too long.
  static func check(_ name: String, _ value: String) throws {
    guard value.unicodeScalars.count <= longestQuery else {
      throw Refusal.tooLong(name, limit: longestQuery)
    }
  }

  static func number(
    _ items: QueryItems, _ name: String, _ range: ClosedRange<Int>
  ) throws -> Int? {
    try items[name].map { text in
      guard let number = Int(text), range.contains(number) else {
        throw Refusal.outOfRange(name, range)
      }
      return number
    }
  }
}
