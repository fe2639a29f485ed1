import HaskapText

/// What the title and the headings of a page of the council's report say.
struct CouncilHeader: Equatable {
  /// The council, as the title names it.
  var council: String?
  /// The fiscal year that the title names.
  var titleYear: Int?
  /// The years of the two columns of figures.
  var thisYear: Int?
  var lastYear: Int?

  /// The year that the figures themselves name, for a fragment without headings.
  var figuresYear: Int?

  /// The year of the report.
  var fiscalYear: Int? { thisYear ?? titleYear ?? figuresYear }

  /// True when no heading says the year.
  var infersYear: Bool { thisYear == nil && titleYear == nil && figuresYear != nil }

  /// Reads the whole file, as a fragment may have its first heading in the middle.
  init(lines: [Substring]) {
    for line in lines {
      if line.hasTab {
        readColumns(line)
      } else if titleYear == nil, line.contains("年度"), line.contains("報告") {
        titleYear = PrintedYear.year(in: line)
        council = council ?? Self.council(in: line)
      }
    }
    council = council ?? lines.lazy.compactMap(Self.council).first
    if thisYear == nil, titleYear == nil { figuresYear = Self.yearOfFigures(lines) }
  }

  /// `R7` in a cell of this year, `R6` in one of last year.
  private static func yearOfFigures(_ lines: [Substring]) -> Int? {
    for line in lines where line.hasTab && line.contains("R") {
      guard let row = CouncilRow(line) else { continue }
      if let year = PrintedYear.shortYear(in: row.thisYear) { return year }
      if let year = PrintedYear.shortYear(in: row.lastYear) { return year + 1 }
    }
    return nil
  }

  private mutating func readColumns(_ line: Substring) {
    guard thisYear == nil, Self.isHeading(line) else { return }
    let years = CouncilColumns(Self.titles(line)).years
    thisYear = years.max()
    lastYear = years.filter { $0 != thisYear }.max()
  }

  /// The row of column titles, which every page repeats.
  static func isHeading(_ line: Substring) -> Bool {
    guard line.isShort else { return false }
    let cells = titles(line)
    let labels = ["拠点区分", "事業名", "地域福祉実践計画", "具体的な実施事項", "実績"]
    let found = labels.count { label in cells.contains { $0.contains(label) && $0.count < 24 } }
    return found >= 3
  }

  /// The titles of columns, without white space.
  static func titles(_ line: Substring) -> [String] {
    line.cells.map { CellText.untagged($0, separator: " ").withoutSpaces }
  }

  /// The word that ends in 社会福祉協議会, if it names its place.
  private static func council(in line: Substring) -> String? {
    let ending = "社会福祉協議会"
    guard let range = line.firstRange(of: ending) else { return nil }
    let place = line[..<range.lowerBound].reversed().prefix { "㐀"..."鿿" ~= $0 || $0 == "々" }
    guard !place.isEmpty else { return nil }
    return Misreadings.correct(String(place.reversed()) + ending).text
  }
}
