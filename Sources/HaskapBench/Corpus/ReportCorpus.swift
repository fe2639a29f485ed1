internal import FoundationEssentials
internal import HaskapDocuments

/// Reports of made cities, any number of them: for each city one file a year.
public struct ReportCorpus: Sendable {
  /// What was written.
  public struct Summary: Sendable, Encodable {
    public var reports = 0
    public var cities = 0
    public var records = 0
    public var bytes = 0
    public var key = ""
  }

  public let reports: Int
  /// How many years each city reports on.
  public let years: Int
  private let rows: Int
  private let random: SeededGenerator

  private static let lastYear = 2025

  /// More, and many projects would not have begun.
  public static let maxYears = 50

  /// About how many rows each has, unless told.
  public static let usualRows = 50

  /// More, and many projects would have one name.
  public static let maxRows = 1000

  /// - Parameters:
  ///   - years: 1 to `maxYears`.
  ///   - rows: about how many each report has, 2 to `maxRows`.
  public init(reports: Int, years: Int, rows: Int = usualRows, seed: UInt64) {
    self.reports = max(1, reports)
    self.years = min(max(1, years), Self.maxYears)
    self.rows = min(max(2, rows), Self.maxRows)
    random = SeededGenerator(seed: seed)
  }

  private var cities: Int { min((reports + years - 1) / years, MadeCity.count) }

  /// Calls `body` with the name, the text and the rows of each report.
  func each(_ body: (_ name: String, _ text: String, _ records: [MadeRecord]) throws -> Void)
    rethrows
  {
    var left = reports
    for number in 0..<cities {
      let city = MadeCity(number: number, rows: rows, seed: random)
      let layout = ReportLayout.allCases[number % ReportLayout.allCases.count]
      for year in (Self.lastYear - years + 1)...Self.lastYear where left > 0 {
        left -= 1
        var random = self.random.derived(2, number, year)
        let name = "\(city.name)-\(year).\(layout.fileExtension)"
        let records = Self.records(of: city, in: year, &random).map { record in
          var record = record
          record.file = name
          return record
        }
        try body(name, layout.text(of: records, &random), records)
      }
    }
  }

  /// Most projects are held in most years; some pause, and some have not begun. The oldest is held
  /// where no other is: no report is empty.
  private static func records(
    of city: MadeCity, in year: Int, _ random: inout SeededGenerator
  ) -> [MadeRecord] {
    var held = city.series.filter { $0.since <= year && random.chance(0.85) }
    if held.isEmpty { held = city.series.min { $0.since < $1.since }.map { [$0] } ?? [] }
    var numbers = Array(repeating: 0, count: MadeRecord.forms.count)
    return held.sorted { $0.form < $1.form }.map { series in
      numbers[series.form] += 1
      return MadeRecord(series, of: city, year: year, number: numbers[series.form], &random)
    }
  }

  /// The path of the key of the reports in a folder.
  public static func key(of folder: String) -> String {
    "\(folder.hasSuffix("/") ? folder.dropLast() : folder[...]).key.jsonl"
  }

  /// Writes the reports into a folder, which is made, and beside it the key: a line of JSON a row.
  ///
  /// - Parameter beginning: called before anything is made, with what removes it again; where writing
  ///   fails that is done.
  /// - Throws: `InputError` where something is there already, or cannot be written.
  public func write(
    to folder: String, beginning: (MadeFiles) -> Void = { _ in },
    progress: (Int) -> Void = { _ in }
  ) throws -> Summary {
    var summary = Summary()
    summary.cities = cities
    summary.key = Self.key(of: folder)
    try Self.refuse(summary.key)
    guard (try? FileManager.default.contentsOfDirectory(atPath: folder).isEmpty) ?? true else {
      throw InputError(
        description: "\(folder): the folder is not empty; name a new one, or remove what is in it")
    }
    return try MadeFiles(folder: folder, file: summary.key).kept(beginning) {
      try fill(folder, &summary, progress)
    }
  }

  private func fill(
    _ folder: String, _ summary: inout Summary, _ progress: (Int) -> Void
  ) throws -> Summary {
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let key = try OutputFile(summary.key)
    try each { name, text, records in
      let report = try OutputFile("\(folder)/\(name)")
      try report.write(text.utf8)
      try report.flush()
      for record in records { try key.line(try JSONText.line(record)) }
      summary.reports += 1
      summary.records += records.count
      summary.bytes += report.byteCount
      progress(summary.reports)
    }
    try key.flush()
    return summary
  }

  private static func refuse(_ path: String) throws {
    guard !FileManager.default.fileExists(atPath: path) || path.hasPrefix("/dev/") else {
      throw InputError(
        description: "\(path): is there already; name another one, or remove it first")
    }
  }

  /// Writes the rows as documents into one file, a line of JSON a row, in place of the reports.
  ///
  /// - Parameter beginning: as that of `write`.
  /// - Throws: `InputError` as `write`.
  public func writeDocuments(
    to path: String, beginning: (MadeFiles) -> Void = { _ in },
    progress: (Int) -> Void = { _ in }
  ) throws -> Summary {
    try Self.refuse(path)
    return try MadeFiles(folder: nil, file: path).kept(beginning) { try fill(path, progress) }
  }

  private func fill(_ path: String, _ progress: (Int) -> Void) throws -> Summary {
    let file = try OutputFile(path)
    var summary = Summary()
    summary.cities = cities
    try each { _, _, records in
      for record in records { try file.line(try JSONText.line(MadeDocument(record))) }
      summary.reports += 1
      summary.records += records.count
      progress(summary.reports)
    }
    try file.flush()
    summary.bytes = file.byteCount
    return summary
  }
}
