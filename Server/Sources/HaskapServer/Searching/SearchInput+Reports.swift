import HaskapCivic
import HaskapText

extension SearchInput {
  static let reportNames = [
    "q", "type", "year", "since", "until", "department", "form", "organization", "sort",
  ]

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
    request.fillsPage = namesLimit
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

  private static func type(_ text: String) throws -> CivicType {
    guard let type = CivicType.allCases.first(where: { $0.rawValue == text || $0.label == text })
    else { throw Refusal.unknown("type", text, known: CivicType.allCases.map(\.rawValue)) }
    return type
  }
}
