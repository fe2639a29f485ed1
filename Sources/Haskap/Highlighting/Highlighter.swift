internal import HaskapText

/// Chooses the part of a text that is shown with an answer.
///
///     let matches = try reader.matches(of: terms, in: text, field: "body")
///     let snippet = Highlighter(columns: 72).snippet(of: text, matches: matches)
///     print(snippet.marked { "[\($0)]" })
public struct Highlighter: Sendable {
  /// The width of a snippet in columns of a terminal: two for a kanji, one for a Latin letter. The
  /// two `…` that may stand at its ends are counted.
  public let columns: Int

  public init(columns: Int = 80) { self.columns = max(4, columns) }

  /// The window with the most different terms, then the most matches, then the earliest: whole
  /// sentences where they fit. It never cuts a character as users see it.
  ///
  /// - Parameter matches: in any order; what lies outside the text is left out.
  public func snippet(of text: String, matches: [TextMatch]) -> Snippet {
    let cells = TextCells(text, matches: matches)
    guard cells.width(of: cells.all) > columns else {
      return Snippet(parts: cells.parts(cells.all))
    }
    let window = cells.trimmed(window(in: cells))
    let text = cells.trimmed(cells.all)
    return Snippet(
      parts: cells.parts(window), isCutAtStart: window.lowerBound > text.lowerBound,
      isCutAtEnd: window.upperBound < text.upperBound)
  }

  private var room: Int { columns - 2 }

  private func window(in cells: TextCells) -> Range<Int> {
    let best = bestMatches(in: cells)
    let used = cells.width(of: best)
    guard used < room else { return prefix(of: best, in: cells) }
    if let sentences = cells.sentences(around: best, width: room) {
      let whole = cells.widened(sentences, width: room)
      // Beside a short sentence a part of the next one is better than nothing.
      return cells.width(of: whole) * 2 >= room ? whole : filled(from: whole.lowerBound, in: cells)
    }
    let slack = (room - used) / 2
    if let end = cells.sentenceEnd(of: best, width: slack) { return suffix(to: end, in: cells) }
    return filled(from: start(before: best.lowerBound, slack: slack, in: cells), in: cells)
  }

  /// As much as there is room for. At the end of the text the room that is left goes to what stands
  /// before.
  private func filled(from start: Int, in cells: TextCells) -> Range<Int> {
    let window = prefix(of: start..<cells.all.upperBound, in: cells)
    return window.upperBound < cells.all.upperBound
      ? window : suffix(to: window.upperBound, in: cells)
  }

  private func suffix(to end: Int, in cells: TextCells) -> Range<Int> {
    var start = end
    while start > 0, cells.width(of: start - 1..<end) <= room { start -= 1 }
    return start..<end
  }

  /// The cells from the first to the last match of the best window; empty without any match.
  private func bestMatches(in cells: TextCells) -> Range<Int> {
    var best = (terms: 0, matches: 0, cells: 0..<0)
    for first in cells.matches.indices {
      var terms: [Int] = []
      let start = cells.matches[first].cells.lowerBound
      var end = start
      for index in first..<cells.matches.count {
        let match = cells.matches[index]
        let wider = max(end, match.cells.upperBound)
        guard cells.width(of: start..<wider) <= room || index == first else { break }
        end = wider
        if !terms.contains(match.term) { terms.append(match.term) }
        if (terms.count, index - first + 1) > (best.terms, best.matches) {
          best = (terms.count, index - first + 1, start..<end)
        }
      }
    }
    return best.cells
  }

  /// A cell to begin at: the first beginning of a sentence within the slack, or as far before as
  /// the slack allows.
  private func start(before cell: Int, slack: Int, in cells: TextCells) -> Int {
    var earliest = cell
    while earliest > 0, cells.width(of: earliest - 1..<cell) <= slack { earliest -= 1 }
    return (earliest...cell).first { cells.endsSentence(before: $0) } ?? earliest
  }

  /// As much of the cells as there is room for.
  private func prefix(of range: Range<Int>, in cells: TextCells) -> Range<Int> {
    range.lowerBound..<cells.end(from: range.lowerBound, width: room, limit: range.upperBound)
  }
}
