/// The lines of a table on one page, from its headings on.
struct GridSection {
  typealias Line = (index: Int, words: [GridWord])

  private(set) var headings: [Range<Int>]
  /// What tells its table: the headings as one word, the same wherever the table goes on, and their number.
  let table: String
  /// Whether its first column is one of numbers.
  let isNumbered: Bool
  private(set) var lines: [Line] = []
  /// How many of the lines hold the headings: none where a page does not repeat them.
  private var headingLines = 0
  /// The lines above the next headings that tell what those are of.
  private(set) var titles: [Line] = []

  /// Lines of more words are left as they are: parting them takes the square of their number.
  private static let mostWords = 32

  /// - Parameter words: those of the headings.
  private init(_ headings: [Range<Int>], _ words: [GridWord], isNumbered: Bool) {
    (self.headings, self.isNumbered) = (headings, isNumbered)
    table = Self.text(words) + String(headings.count)
    headingLines = 1
  }

  /// Nil of a line that is no heading: without `No.` it is the first of the report, or begins as that does.
  private init?(headedBy words: [GridWord], after sections: [GridSection]) {
    if let headings = GridHeading.columns(words) {
      self.init(headings, words, isNumbered: true)
    } else if sections.allSatisfy({ $0.mayBeHeaded(by: words) }),
      let headings = GridHeading.unnumbered(words, isFirst: sections.isEmpty)
    {
      self.init(headings, words, isNumbered: false)
    } else {
      return nil
    }
  }

  private func mayBeHeaded(by words: [GridWord]) -> Bool {
    !isNumbered && table.hasPrefix(Self.text(words.prefix(2)))
  }

  /// On another page.
  private init(_ section: GridSection) {
    (headings, table, isNumbered) = (section.headings, section.table, section.isNumbered)
  }

  /// The lines with the headings, and those below.
  var head: ArraySlice<Line> { lines.prefix(headingLines) }
  var body: ArraySlice<Line> { lines.dropFirst(headingLines) }

  /// What parting the lines takes: a step for each word and column.
  var steps: Int { lines.reduce(0) { $0 + $1.words.count } * headings.count }

  /// With the heading of a column as a part of the heading before.
  func joining(_ column: Int) -> GridSection {
    guard headings.indices.contains(column), column > 0 else { return self }
    var joined = self
    joined.headings[column - 1] = headings[column - 1].lowerBound..<headings[column].upperBound
    joined.headings.remove(at: column)
    return joined
  }

  /// The first sections, and of the last of them the first lines, that take so many steps in all.
  static func prefix(_ sections: [GridSection], steps most: Int) -> [GridSection] {
    var (prefix, steps): ([GridSection], Int) = ([], 0)
    for section in sections where steps < most {
      var own = section
      own.lines = section.lines.filter { line in
        steps += line.words.count * section.headings.count
        return steps < most
      }
      if section.lines.isEmpty || !own.lines.isEmpty { prefix.append(own) }
    }
    return prefix
  }

  /// The sections of some pages. A page without headings at its top goes on with the table of the page before.
  static func sections(_ pages: [[Line]]) -> [GridSection] {
    var sections: [GridSection] = []
    for page in pages {
      if let last = sections.last { sections.append(GridSection(last)) }
      for line in page {
        if line.words.count > mostWords { continue }
        if let section = GridSection(headedBy: line.words, after: sections) {
          if !sections.isEmpty { sections[sections.count - 1].partTitles() }
          sections.append(section)
        }
        if !sections.isEmpty, !line.words.isEmpty {
          sections[sections.count - 1].lines.append(line)
        }
      }
    }
    measureHeads(&sections)
    return sections.filter { !($0.lines.isEmpty && $0.titles.isEmpty) }
  }

  /// Tells the titles that stand above the next headings from the rows.
  private mutating func partTitles() {
    while let line = body.last, line.words[0].start <= 1, !line.words[0].isNumber,
      !line.words.dropFirst().contains(where: \.isApart)
    {
      titles.append(line)
      lines.removeLast()
    }
  }

  // MARK: Headings over several lines

  /// The lines in which the first headings of a table go on are headings wherever these are repeated.
  private static func measureHeads(_ sections: inout [GridSection]) {
    var rests: [String: [String]] = [:]
    for index in sections.indices where sections[index].headingLines > 0 {
      let (table, below) = (sections[index].table, sections[index].body.map { text($0.words) })
      let rest = rests[table] ?? Array(below.prefix(sections[index].restOfHeadings))
      rests[table] = rest
      sections[index].headingLines += zip(below, rest).prefix { $0 == $1 }.count
    }
  }

  private static func text(_ words: some Collection<GridWord>) -> String {
    words.map(\.text).joined()
  }

  /// How many lines of short words without figures stand between headings and the first number.
  private var restOfHeadings: Int {
    let rest = body.prefix { line in
      line.words.count <= headings.count && line.words.allSatisfy(\.mayEndHeading)
    }
    let first = body.dropFirst(rest.count).first?.words ?? []
    return rest.count <= Self.mostRest && first.contains(where: \.isNumber) ? rest.count : 0
  }

  private static let mostRest = 3
}
