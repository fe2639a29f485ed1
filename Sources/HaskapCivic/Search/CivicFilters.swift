internal import Haskap
internal import HaskapQuery
internal import HaskapText

/// The filters of a request as queries that score nothing; the types, which decide about activities,
/// are apart.
struct CivicFilters {
  struct Filter {
    /// For people: 形態: 後援.
    var name: String
    var query: Query
    /// Whether it picks from what a body did.
    var picksDeeds = true
    /// How its name was read where nothing is called so.
    var note: String?
  }

  let filters: [Filter]

  init(index: CivicIndex, request: CivicRequest) throws {
    var filters: [Filter] = []
    if !request.period.isAlways {
      let name = request.period.days == nil ? "年度" : "期間"
      filters.append(
        Filter(name: "\(name): \(request.period)", query: try Self.period(request.period, index)))
    }
    if let form = request.form {
      let query = try Self.named(form, "form", CivicSchema.form, index)
      filters.append(Filter(name: "形態: \(form)", query: query))
    }
    if let department = request.department {
      let query = try Self.named(department, "department", CivicSchema.department, index)
      filters.append(Filter(name: "担当: \(department)", query: query))
    }
    if let organization = request.organization {
      filters.append(try Self.organization(organization, index))
    }
    self.filters = filters
  }

  /// How values are read of the fields that are no text. All records are looked through for a date, once.
  static func resolvers(_ index: CivicIndex) -> [String: QueryInterpreter.Resolver] {
    var dated: [String: Query] = [:]
    return [
      CivicSchema.year: { try period(CivicPeriod(years: YearExpression.parse($0)), index) },
      CivicSchema.time: { text in
        if let known = dated[text] { return known }
        let query = Query.documents(try index.documents(dated: DateExpression.parse(text)))
        dated[text] = query
        return query
      },
      CivicSchema.type: { try type(named: $0) },
      CivicSchema.form: { try named($0, "form", CivicSchema.form, index) },
    ]
  }

  private static func period(_ period: CivicPeriod, _ index: CivicIndex) throws -> Query {
    if period.days == nil, let years = period.years, years.kind != .calendar {
      return fiscalYears(years)
    }
    return .documents(try index.documents(within: period))
  }

  /// The fiscal years of a span; reports are by fiscal year, so that is what a bare year means.
  private static func fiscalYears(_ span: YearSpan) -> Query {
    let known = 1868...2200
    let first = max(span.first ?? known.lowerBound, known.lowerBound)
    let last = min(span.last ?? known.upperBound, known.upperBound)
    guard first <= last else { return .none }
    return .filter(.any((first...last).map { term(CivicSchema.year, String($0)) }))
  }

  private static func type(named name: String) throws -> Query {
    guard let type = known(name) else {
      throw CivicFilterError(
        filter: "type", value: name, known: CivicType.allCases.map(\.rawValue))
    }
    return .filter(term(CivicSchema.type, type.rawValue))
  }

  private static func known(_ name: String) -> CivicType? {
    CivicType.allCases.first { $0.label == name || $0.rawValue == name.lowercased() }
  }

  /// Those of a field's values that contain a text.
  private static func named(
    _ text: String, _ filter: String, _ field: String, _ index: CivicIndex
  ) throws -> Query {
    let known = try index.reader.keywords(of: field)
    let fitting = known.contains(text) ? [text] : known.filter { $0.contains(text) }
    guard !fitting.isEmpty else {
      throw CivicFilterError(filter: filter, value: text, known: known)
    }
    return .filter(.any(fitting.map { term(field, $0) }))
  }

  private static func organization(_ name: String, _ index: CivicIndex) throws -> Filter {
    let asked = try index.asked(name, .organizations, keys: OrganizationRegistry.keys)
    let registry = try index.organizations(of: asked.cities)
    let found = registry.find(asked.name)
    guard !found.isEmpty else {
      throw CivicFilterError(
        filter: "organization", value: name,
        known: try index.rows(.organizations, where: nil).flatMap { $0.rows.map(\.name) })
    }
    let ids = found.map(\.entity.id).uniqued
    let names = found.map(\.entity.name).uniqued.joined(separator: ", ")
    return Filter(
      name: "団体: \(name)",
      query: .filter(.any(ids.map { term(CivicSchema.organization, $0) })), picksDeeds: false,
      note: found.allSatisfy(\.agreement.isNearSpelling)
        ? "no organization is called '\(name)'; taken for it is what is called nearly so: \(names)"
        : nil)
  }

  private static func term(_ field: String, _ value: String) -> Query {
    .term(field: field, Array(value.utf8))
  }
}

extension CivicFilters {
  /// What a value of a query means to a field: of years only what can be read as such, of types and forms
  /// only those that there are.
  static func reading(
    _ value: QueryNode, of field: String, _ index: CivicIndex
  ) throws -> QueryValues.Reading {
    switch field {
    case CivicSchema.year: return readingYears(value)
    case CivicSchema.type:
      return reading(value, among: CivicType.allCases.map(\.label)) { known($0) != nil }
    case CivicSchema.form:
      let forms = try index.reader.keywords(of: field)
      return reading(value, among: forms) { text in forms.contains { $0.contains(text) } }
    default: return QueryValues.readingWords(value, of: field)
    }
  }

  private static func reading(
    _ value: QueryNode, among known: [String], isKnown: (String) -> Bool
  ) -> QueryValues.Reading {
    switch value {
    case .word("*"): .value(value)
    case .word(let text), .phrase(let text), .near(let text, _):
      isKnown(text) ? .value(value) : .unknown(known: known)
    case .range: .unknown(known: known)
    default: .value(value)
    }
  }

  private static func readingYears(_ value: QueryNode) -> QueryValues.Reading {
    var example = "令和2..令和5"
    switch value {
    case .word("*"): return .value(value)
    case .word(let text), .phrase(let text), .near(let text, _):
      if isYears(text) { return .value(value) }
      example = swapped(text) ?? example
    case .range(let range):
      guard let range = closed(range), let text = range.dotted else { break }
      if isYears(text) { return .value(.range(range)) }
      example = swapped(text) ?? example
    default: return .value(value)
    }
    return .text(example: "\(CivicSchema.year):\(example)")
  }

  /// The range that was meant by one that ends before it begins.
  static func swapped(_ text: String) -> String? {
    do throws(YearExpressionError) {
      _ = try YearExpression.parse(text)
    } catch {
      if case .reversed(let last, let first) = error.reason { return "\(first)..\(last)" }
    }
    return nil
  }

  private static func isYears(_ text: String) -> Bool {
    (try? YearExpression.parse(text)) != nil
  }

  /// The same years with both ends among them; nil where an end that is left out is no year.
  private static func closed(_ range: QueryRange) -> QueryRange? {
    var closed = QueryRange(range.lower, range.upper)
    if !range.includesLower, let lower = range.lower {
      guard let last = (try? YearExpression.parse(lower))?.last else { return nil }
      closed.lower = String(last + 1)
    }
    if !range.includesUpper, let upper = range.upper {
      guard let first = (try? YearExpression.parse(upper))?.first else { return nil }
      closed.upper = String(first - 1)
    }
    return closed
  }
}
