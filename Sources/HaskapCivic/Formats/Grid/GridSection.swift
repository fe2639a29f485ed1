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
  /// The first of the headings that are parts of one, and the line above with what all of them count.
  private(set) var parts: (first: Int, label: Int?)?
  /// The lines above the next headings that tell what those are of.
  private(set) var titles: [Line] = []

  /// Lines of more words are left as they are: parting them takes the square of their number.
  private static let mostWords = 32

  /// - Parameter words: those of the headings.
  private init(
    _ headings: [Range<Int>], _ words: [GridWord], parts: Int, isNumbered: Bool
  ) {
    (self.headings, self.isNumbered) = (headings, isNumbered)
    table = Self.text(words) + String(headings.count)
    headingLines = parts > 0 ? 2 : 1
    self.parts = parts > 0 ? (headings.count - parts, nil) : nil
  }

  /// Nil of a line that is no heading: without `No.` it is the first of the report, or begins as that does.
  ///
  /// - Parameter below: the words of the next line.
  private init?(
    headedBy words: [GridWord], above below: [GridWord], after sections: [GridSection]
  ) {
    let parts = GridHeading.parts(below, behind: words)
    if let headings = GridHeading.columns(words, above: below, parts: parts) {
      self.init(headings, words, parts: parts.count, isNumbered: true)
    } else if sections.allSatisfy({ $0.mayBeHeaded(by: words) }),
      let headings = GridHeading.unnumbered(words, parts: parts, isFirst: sections.isEmpty)
    {
      self.init(headings, words, parts: parts.count, isNumbered: false)
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

  /// Takes the line above, where it says what the parts of a heading count: `参加者数`.
  private mutating func takeLabel(_ above: Line) -> Bool {
    guard let first = parts?.first, above.words.count == 1, lines.isEmpty,
      above.words[0].end > headings[first].lowerBound - 1,
      HeadingWords.meaning(of: above.words[0].text)?.kind == .participants
    else { return false }
    parts?.label = above.index
    lines.append(above)
    headingLines += 1
    return true
  }

  /// The headings that may go on with the one before: they stand one space behind it, and say nothing alone. No
  /// heading goes on behind its brackets, and a year begins another.
  var joinable: [Int] {
    guard headings.count > 2 else { return [] }
    return headings.indices.dropFirst().filter { column in
      let (upper, text) = (text(ofHeading: column - 1), text(ofHeading: column))
      return headings[column].lowerBound - headings[column - 1].upperBound < 2
        && HeadingWords.meaning(of: text) == nil && !text.contains("年度")
        && !")）".contains(upper.last ?? " ")
    }
  }

  private func text(ofHeading column: Int) -> String {
    Self.text((lines.first?.words ?? []).filter { headings[column].contains($0.start) })
  }

  /// With the heading of a column as a part of the heading before.
  func joining(_ column: Int) -> GridSection {
    guard headings.indices.contains(column), column > 0 else { return self }
    var joined = self
    joined.headings[column - 1] = headings[column - 1].lowerBound..<headings[column].upperBound
    joined.headings.remove(at: column)
    if let first = parts?.first, column <= first { joined.parts?.first = first - 1 }
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
      for (place, line) in page.enumerated() {
        if line.words.count > mostWords { continue }
        let below = place + 1 < page.count ? page[place + 1].words : []
        if var section = GridSection(headedBy: line.words, above: below, after: sections) {
          if !sections.isEmpty { sections[sections.count - 1].partTitles() }
          if place > 0, section.takeLabel(page[place - 1]),
            sections.last?.lines.last?.index == page[place - 1].index
          {
            sections[sections.count - 1].lines.removeLast()
          }
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
