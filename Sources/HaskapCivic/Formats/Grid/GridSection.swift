/// The lines of a table on one page, from its headings on.
struct GridSection {
  private(set) var headings: [Range<Int>]
  /// What tells its table: the headings as one word, the same wherever the table goes on, and their number.
  let table: String
  private(set) var lines: [(index: Int, words: [GridWord])] = []

  /// Lines of more words are left as they are: parting them takes the square of their number.
  private static let mostWords = 32

  private init(_ headings: [Range<Int>], of table: String) {
    (self.headings, self.table) = (headings, table)
  }

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

  /// Leaves out a last line whose words stand together at the left: the title of what follows, and no row.
  private mutating func dropTitle() {
    guard let words = lines.last?.words, words[0].start <= 1,
      !words.dropFirst().contains(where: \.isApart)
    else { return }
    lines.removeLast()
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
      if !own.lines.isEmpty { prefix.append(own) }
    }
    return prefix
  }

  /// The sections of some pages. A page without headings at its top goes on with the table of the page before.
  static func sections(_ pages: [[(index: Int, words: [GridWord])]]) -> [GridSection] {
    var sections: [GridSection] = []
    for page in pages {
      if let last = sections.last { sections.append(GridSection(last.headings, of: last.table)) }
      for line in page {
        if line.words.count > mostWords { continue }
        if let headings = GridHeading.columns(line.words) {
          if let last = sections.indices.last { sections[last].dropTitle() }
          sections.append(
            GridSection(
              headings, of: line.words.map(\.text).joined() + String(headings.count)))
        }
        if !sections.isEmpty, !line.words.isEmpty {
          sections[sections.count - 1].lines.append(line)
        }
      }
    }
    return sections.filter { !$0.lines.isEmpty }
  }
}
