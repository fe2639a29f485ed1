/// Lines before and behind tables: the titles of those that follow, and paragraphs.
struct LooseLines {
  struct Paragraph {
    var line: Int
    var fiscalYear: Int?
    var texts: [String]
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

  /// - Parameter fiscalYear: of those that tell none.
  mutating func endParagraphs(_ fiscalYear: Int?) {
    var current: Paragraph?
    var year: Int?
    for line in pending {
      if line.isBlank || PrintedLine.startsItem(line.joined) {
        current.map { paragraphs.append($0) }
        current = nil
        if line.isBlank { continue }
      }
      year = TitleYear.year(in: line.joined) ?? year
      if current == nil {
        current = Paragraph(line: line.number, fiscalYear: nil, texts: [])
      }
      current?.texts.append(line.joined)
      current?.fiscalYear = year ?? fiscalYear
    }
    current.map { paragraphs.append($0) }
    pending = []
  }
}
