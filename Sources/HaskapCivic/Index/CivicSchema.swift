internal import Haskap
internal import HaskapQuery
internal import HaskapText

/// The fields of the index of a city's reports.
///
/// A document is a project (a row of a report), an organization (all that one body did) or an
/// activity (one dated holding of a project). All three are ranked together.
enum CivicSchema {
  static let analyzer = "japanese"

  static let type = "type"
  static let key = "key"
  static let name = "name"
  /// What an organization is called besides, though no report spells it so.
  static let aliases = "aliases"
  static let organizations = "organizations"
  static let departments = "departments"
  static let prose = "prose"
  static let figures = "figures"
  static let rest = "rest"
  static let year = "year"
  static let form = "form"
  static let department = "department"
  static let organization = "organization"
  /// As `CityKeyword` has it.
  static let city = "city"
  /// The path of the report, and the record's place in it.
  static let report = "report"
  static let place = "place"
  /// As `RecordTime` has it.
  static let time = "time"
  /// What it is called, whole, as `title(of:)` folds it.
  static let title = "title"
  /// The same as it is shown, to sort by.
  static let label = "label"
  static let stored = "stored"

  /// Names count most, then organizations and departments, then prose, then figures. Short fields are hardly
  /// held against their terms: a longer name is not a worse one.
  static let textFields = [
    WeightedField(name, weight: 6, b: 0.4),
    WeightedField(aliases, weight: 6, b: 0.4),
    WeightedField(organizations, weight: 3, b: 0.3),
    WeightedField(departments, weight: 3, b: 0.3),
    WeightedField(prose, weight: 1, b: 0.75),
    WeightedField(figures, weight: 0.5, b: 0),
    WeightedField(rest, weight: 0.25, b: 0.75),
  ]

  /// The fields of what an answer is called.
  static let nameFields = Array(textFields.prefix(2))
  /// With those of the bodies that it names.
  static let callingFields = nameFields.map(\.name) + [organizations]
  /// Those that hold other ways to write what the reports have.
  static let derivedFields: Set = [aliases, figures]

  /// The names that a query may use before a colon.
  static let queryFields = QueryFields(
    [name, organizations, departments, prose, figures, rest, type, year, form],
    aliases: [
      "organization": organizations, "department": departments, "title": name, "名称": name,
      "名前": name, "団体": organizations, "課": departments, "担当": departments,
      "担当課": departments, "本文": prose, "内容": prose, "日付": figures, "参加": figures, "種別": type,
      "年度": year, "年": year,
      "形態": form,
    ])

  /// Nil of a name that is empty, or too long to be looked for as a whole.
  static func title(of name: String) -> String? {
    let folded = Folding.folded(name.withSingleSpaces)
    return !folded.isEmpty && NameLength.fits(folded) ? folded : nil
  }

  /// - Parameter words: names out of the records, for the analyzer beside the shipped words.
  static func schema(words: [UserWord] = []) throws -> Schema {
    let texts = textFields.map {
      Field.text(
        $0.name, analyzer: analyzer, weight: $0.weight, b: $0.b, grams: true, stored: false)
    }
    let keywords = [type, year, form, department, organization, city, report, label].map {
      Field.keyword($0, stored: false)
    }
    let columns = keywords + [place, time].map { Field.integer($0, stored: false) }
    return try Schema(
      [.keyword(key)] + texts + columns
        + [.keyword(title, stored: false, column: false), .stored(stored)], key: key,
      words: CivicWords.shipped() + words)
  }
}

/// What kinds of thing an index of reports holds.
public enum CivicType: String, Sendable, Codable, CaseIterable {
  case project, organization, activity
  /// A paragraph of no known layout.
  case paragraph

  /// As a reader of the reports would call it.
  public var label: String {
    switch self {
    case .project: "事業"
    case .organization: "団体"
    case .activity: "活動"
    case .paragraph: "段落"
    }
  }
}
