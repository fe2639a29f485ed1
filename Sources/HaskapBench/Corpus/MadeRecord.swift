internal import HaskapText

/// A row of a made report, with what a perfect reader finds in it.
struct MadeRecord: Sendable, Codable {
  var file = ""
  let city: String
  let fiscalYear: Int
  let section: String
  let number: Int
  let name: String
  /// The same for all holdings of one project.
  let series: String
  let departments: [String]
  let organizations: [Mention]
  /// yyyy-mm-dd.
  let date: String
  let participants: Int
  let purpose: String
  let echo: String

  struct Mention: Sendable, Codable {
    /// As the report writes it.
    let written: String
    /// What the report says that the body was called before.
    let formerName: String?
    /// Whom it means.
    let organization: String
  }

  static let forms = ["共催", "実行委員会・協議会等", "その他（事業協力）", "後援"]

  init(
    _ series: MadeSeries, of city: MadeCity, year: Int, number: Int, _ random: inout SeededGenerator
  ) {
    self.city = city.name
    fiscalYear = year
    section = Self.forms[series.form]
    self.number = number
    name = series.title(in: year)
    self.series = series.id
    departments = [series.department]
    organizations = series.organizations.map {
      Mention(
        written: $0.written(in: year, &random), formerName: $0.formerName(in: year),
        organization: $0.id)
    }
    date = series.date(in: year).description
    participants = series.participants(in: year, &random)
    purpose = series.purpose + series.sentences.details(&random)
    echo = series.sentences.echo(&random)
  }

  /// 令和5年6月4日.
  var printedDate: String { PartialDate(date)?.wareki ?? date }

  var printedYear: String { Self.printed(fiscalYear: fiscalYear) }

  /// 令和元年度, though it began in 平成31年.
  static func printed(fiscalYear year: Int) -> String {
    let era = Era.inForce(on: PartialDate(year: year, month: 5))
    return (era?.printed(westernYear: year) ?? String(year)) + "年度"
  }
}

extension MadeRecord.Mention {
  /// The name, and behind it the one before where the report tells it.
  var printed: String { written + (formerName.map { "（前名称：\($0)）" } ?? "") }
}
