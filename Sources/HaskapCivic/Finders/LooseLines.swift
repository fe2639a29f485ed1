/// Lines before and behind tables: the titles of those that follow, and paragraphs.
struct LooseLines {
  struct Paragraph {
    var line: Int
    var fiscalYear: Int?
    var texts: [String]
    /// Whether no line above told the year.
    var isGuessed = false
  }

  /// What the next headings may have for a title.
  private(set) var pending: [TableGrid.Line] = []
  /// Of the lines that are the title of no table, parted by blank ones.
  private(set) var paragraphs: [Paragraph] = []

  static let maxTitles = 3

  mutating func append(_ line: TableGrid.Line) { pending.append(line) }

  /// The last lines without a blank one between; those before them are paragraphs.
  mutating func takeTitles(_ fiscalYear: Int?) -> [String] {
    let blank = pending.lastIndex(where: \.isBlank)
    var start = max(0, pending.count - Self.maxTitles)
    if let blank, blank + 1 < pending.count { start = max(start, blank + 1) }
    let titles = pending[start...].filter { !$0.isBlank }.map(\.joined)
    pending.removeSubrange(start...)
    endParagraphs(fiscalYear)
    return titles
  }

  /// The year that held before the lines that are pending.
  private var yearAbove: Int?

  /// - Parameter fiscalYear: of those that tell none, nor do lines above.
  mutating func endParagraphs(_ fiscalYear: Int?) {
    var current: Paragraph?
    // The year that a title among the lines tells: 令和6年度の予算に生かします is said in some year, and not of it.
    var title = RunningYear()
    var year: Int?
    for line in pending {
      let text = line.joined
      if line.isBlank || PrintedLine.startsItem(text) {
        current.map { paragraphs.append($0) }
        current = nil
        if line.isBlank { continue }
      }
      let printed = line.year
      if printed != nil, PrintedLine.canBeTitle(text) { title.read(text) }
      year = title.value ?? printed ?? year
      if current == nil {
        current = Paragraph(line: line.number, fiscalYear: nil, texts: [])
      }
      current?.texts.append(text)
      current?.fiscalYear = year ?? fiscalYear
      current?.isGuessed = year == nil && yearAbove == nil
    }
    current.map { paragraphs.append($0) }
    (pending, yearAbove) = ([], fiscalYear)
  }

  /// Takes the year from what stands above all titles, where these tell of several.
  mutating func forgetGuesses(in tables: [ReportTable]) {
    guard paragraphs.contains(where: \.isGuessed) else { return }
    var years = Set(paragraphs.compactMap { $0.isGuessed ? nil : $0.fiscalYear })
    years.formUnion(tables.lazy.flatMap(\.rows).compactMap(\.fiscalYear))
    guard years.count > 1 else { return }
    for index in paragraphs.indices where paragraphs[index].isGuessed {
      paragraphs[index].fiscalYear = nil
    }
  }
}
