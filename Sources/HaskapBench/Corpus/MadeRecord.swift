/// A row of a made report, with what a perfect reader finds in it.
struct MadeRecord: Sendable, Encodable {
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

  struct Mention: Sendable, Encodable {
    /// As the report writes it.
    let written: String
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
      Mention(written: $0.written(in: year, &random), organization: $0.id)
    }
    let day = series.date(in: year)
    date = "\(day.year)-\(day.month.twoDigits)-\(day.day.twoDigits)"
    participants = series.participants(in: year, &random)
    purpose = series.purpose
    echo = "「\(random.zipf(ReportVocabulary.echoes))」という声が参加者から多く寄せられた。"
  }

  /// 令和5年6月4日.
  var printedDate: String {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    return "\(Self.era(parts[0]))年\(parts[1])月\(parts[2])日"
  }

  var printedYear: String { "\(Self.era(fiscalYear))年度" }

  private static func era(_ year: Int) -> String {
    year >= 2019 ? "令和\(year == 2019 ? "元" : String(year - 2018))" : "平成\(year - 1988)"
  }
}

extension Int {
  fileprivate var twoDigits: String { self < 10 ? "0\(self)" : String(self) }
}
