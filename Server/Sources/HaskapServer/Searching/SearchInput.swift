import Haskap
import HaskapCivic
import HaskapQuery
import HaskapText

/// A search as an address tells it.
struct SearchInput {
  /// In Unicode scalars; what is longer nobody types, and it would take long.
  static let longestQuery = 300
  static let largestPage = 100
  /// Pages behind this are for nobody.
  static let deepest = 10_000

  /// The names that an address may use, in the order in which links write them.
  static let names = [
    "q", "type", "year", "since", "until", "department", "form", "organization", "sort",
  ]

  private(set) var values: [(name: String, value: String)]
  var offset = 0
  var limit = 10

  /// - Throws: `Refusal` where a value is too long.
  init(_ items: QueryItems) throws {
    values = Self.names.compactMap { name in items[name].map { (name, $0) } }
    for (name, value) in values { try Self.check(name, value) }
    limit = try Self.number(items, "limit", 1...Self.largestPage) ?? limit
    let page = try Self.number(items, "page", 1...(Self.deepest / limit)) ?? 1
    offset = try Self.number(items, "offset", 0...Self.deepest) ?? (page - 1) * limit
  }

  subscript(name: String) -> String? { values.first { $0.name == name }?.value }

  var query: String { self["q"] ?? "" }

  /// Whether nothing is asked.
  var isEmpty: Bool { values.allSatisfy { $0.name == "sort" } }

  /// The same search with one value changed, or taken away.
  func with(_ name: String, _ value: String?) -> [(name: String, value: String)] {
    Self.names.compactMap { one in
      (one == name ? value : self[one]).map { (one, $0) }
    }
  }

  /// - Throws: `Refusal` for values that mean nothing.
  func request(explains: Bool = false) throws -> CivicRequest {
    var request = CivicRequest()
    request.query = query
    request.types = try self["type"].map { [try Self.type($0)] } ?? []
    request.period = try Refusal.reading { try period }
    request.department = self["department"]
    request.form = self["form"]
    request.organization = self["organization"]
    (request.limit, request.offset) = (limit, offset)
    request.fill = limit
    request.explains = explains
    if let sort = self["sort"] {
      guard let known = CivicRequest.Sort(rawValue: sort) else {
        let all = CivicRequest.Sort.allCases.map(\.rawValue)
        throw Refusal.unknown("sort", sort, known: all)
      }
      request.sort = known
    }
    return request
  }

  private var period: CivicPeriod {
    get throws {
      let (since, until) = (self["since"], self["until"])
      return CivicPeriod(
        years: try self["year"].map { try YearExpression.parse($0) },
        days: since == nil && until == nil
          ? nil : try DateExpression.span(since: since, until: until))
    }
  }

  /// - Throws: `Refusal` where a value is too long.
  static func check(_ name: String, _ value: String) throws {
    guard value.unicodeScalars.count <= longestQuery else {
      throw Refusal.tooLong(name, limit: longestQuery)
    }
  }

  private static func type(_ text: String) throws -> CivicType {
    guard let type = CivicType.allCases.first(where: { $0.rawValue == text || $0.label == text })
    else { throw Refusal.unknown("type", text, known: CivicType.allCases.map(\.rawValue)) }
    return type
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
