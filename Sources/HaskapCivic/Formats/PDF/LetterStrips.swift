/// Rows of plain text that hold a cell with a letter or two on each line, over as many lines and pages as it takes.
///
/// No white shows such a column from the top of a page to its end: a page may hold nothing else, a list in the cell is
/// set in as far as the next column, and every page begins at its own left. But lines of a letter are no text
/// of another kind, so their column tells where rows begin, and what else stands on their lines is the row's other
/// cells.
struct LetterStrips {
  typealias Line = (index: Int, words: [GridWord])

  /// The rows, each with its number of line.
  private(set) var rows: [SourceLine] = []
  /// The lines that they take.
  private(set) var lines: Set<Int> = []

  /// Wider lines, in full-width letters, hold more than a strip.
  private static let widest = 4.5
  private static let fewestLines = 4
  /// As many lines of one strip of a table hold one letter each: lists of short words have no such lines.
  private static let fewestLetters = 10
  /// As many lines with other cells may stand between two strips.
  private static let mostBetween = 10
  /// As many lines with letters of a strip and other cells are looked for above the first one.
  private static let mostAbove = 3

  init(_ pages: [[Line]]) {
    let lines = pages.joined().filter { !$0.words.isEmpty }
    for strips in Self.tables(lines) {
      var start = Self.start(of: strips[0], lines)
      for strip in strips {
        let own = lines[start..<strip.upperBound]
        rows.append(SourceLine(text: Self.row(own), number: own[start].index + 1))
        self.lines.formUnion(own.map(\.index))
        start = strip.upperBound
      }
    }
  }

  /// The strips that stand below each other.
  private static func tables(_ lines: [Line]) -> [[Range<Int>]] {
    let tables = strips(lines).reduce(into: [[Range<Int>]]()) { tables, strip in
      if let last = tables.last?.last, strip.lowerBound - last.upperBound <= mostBetween {
        tables[tables.count - 1].append(strip)
      } else {
        tables.append([strip])
      }
    }
    return tables.filter { strips in
      strips.contains { lines[$0].count { $0.words.width < 1.5 } >= fewestLetters }
    }
  }

  /// Lines below each other that hold a letter or two, most of them Japanese.
  private static func strips(_ lines: [Line]) -> [Range<Int>] {
    var strips: [Range<Int>] = []
    for index in lines.indices where isNarrow(lines[index].words) {
      if let last = strips.last, last.upperBound == index {
        strips[strips.count - 1] = last.lowerBound..<index + 1
      } else {
        strips.append(index..<index + 1)
      }
    }
    return strips.filter { strip in
      strip.count >= fewestLines
        && lines[strip].count { isJapanese($0.words) } * 4 >= strip.count * 3
    }
  }

  private static func isNarrow(_ words: [GridWord]) -> Bool {
    words.width <= widest && !words.dropFirst().contains(where: \.isApart)
  }

  private static func isJapanese(_ words: [GridWord]) -> Bool {
    words.contains { $0.text.contains { $0.isKanaOrKanji } }
  }

  /// The lines above that hold letters of the first strip and other cells.
  private static func start(of strip: Range<Int>, _ lines: [Line]) -> Int {
    var start = strip.lowerBound
    while start > max(0, strip.lowerBound - mostAbove), lines[start - 1].words.count > 1,
      lines[start - 1].index == lines[start].index - 1,
      lines[start - 1].words[0].width <= widest, lines[start - 1].words[1].isApart
    {
      start -= 1
    }
    return start
  }
}

// MARK: - Cells

extension LetterStrips {
  /// A letter with its full stop or bracket makes a line that much wider than most.
  private static let slack = 1.6

  private static func row(_ lines: ArraySlice<Line>) -> String {
    let widths = lines.filter { isNarrow($0.words) }.map(\.words.width).sorted()
    let widest = (widths.isEmpty ? 0 : widths[widths.count / 2]) + slack
    var strip: [[GridWord]] = []
    var others: [[GridWord]] = []
    for (place, line) in zip(lines.indices, lines) {
      let next = lines[(place + 1)...].first { isNarrow($0.words) }?.words ?? line.words
      let own = beginning(of: line.words, upTo: widest, above: next)
      if !own.isEmpty { strip.append(own) }
      if own.count < line.words.count { others.append(Array(line.words[own.count...])) }
    }
    return ([text(strip)] + cells(others)).joined(separator: "\t")
  }

  /// The words of a line that are no wider than the strip, and stand where it does.
  private static func beginning(
    of words: [GridWord], upTo widest: Double, above next: [GridWord]
  ) -> [GridWord] {
    guard isNarrow(words) || abs(words[0].start - next[0].start) <= 1 else { return [] }
    var own: [GridWord] = []
    for word in words {
      guard own.isEmpty || !word.isApart, (own + [word]).width <= widest else { break }
      own.append(word)
    }
    return own
  }

  /// A list that is set in, and each of its items, are told from what stands above.
  private static func text(_ strip: [[GridWord]]) -> String {
    var (text, left) = ("", Int.max)
    for words in strip {
      let line = words.map(\.text).joined(separator: " ")
      let isOther = words[0].start - left > 1 || PageText.begins(item: line)
      text += (isOther && !text.isEmpty ? " " : "") + line
      left = words[0].start
    }
    return text
  }

  /// What stands beside a strip, in columns told by the white between them.
  private static func cells(_ lines: [[GridWord]]) -> [String] {
    let pieces = lines.flatMap { line in
      line.reduce(into: [[GridWord]]()) { pieces, word in
        if pieces.isEmpty || word.isApart { pieces.append([]) }
        pieces[pieces.count - 1].append(word)
      }
    }.compactMap(\.joined)
    let columns = pieces.sorted { $0.start < $1.start }.reduce(into: [Range<Int>]()) {
      if let last = $0.last, $1.start < last.upperBound {
        $0[$0.count - 1] = last.lowerBound..<max(last.upperBound, $1.end)
      } else {
        $0.append($1.start..<$1.end)
      }
    }
    return columns.map { column in
      pieces.filter { column.contains($0.start) }.reduce(into: (text: "", end: 0)) {
        let goesOn = $0.end == column.upperBound && !PageText.begins(item: $1.text)
        $0 = ($0.text + (goesOn || $0.text.isEmpty ? "" : " ") + $1.text, $1.end)
      }.text
    }
  }
}
