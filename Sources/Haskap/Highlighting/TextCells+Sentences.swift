/// The sentences of a text, as far as signs tell them.
extension TextCells {
  /// Whether a sentence ends before the cell and another one begins with it.
  func endsSentence(before cell: Int) -> Bool {
    if cell == 0 || cell == all.upperBound { return true }
    switch sign(cell - 1) {
    case "。", "！", "？", "!", "?", "｡":
      // A sentence goes on behind one that it quotes: 「はい。」と言った。
      return !["」", "』", "）", ")", "”", "\""].contains(sign(cell))
    case ".", "．":
      // Not in 3.5 and 1．目的.
      return isBlank(cell)
    default: return cell > 1 && isLineEnd(cell - 1) && isLineEnd(cell - 2)
    }
  }

  /// Where the sentence ends that goes on with a cell; nil where that is farther than `width`
  /// columns.
  func sentenceEnd(from cell: Int, width limit: Int) -> Int? {
    var end = cell + 1
    while end <= all.upperBound, width(of: cell..<end) <= limit {
      if endsSentence(before: end) { return end }
      end += 1
    }
    return nil
  }

  /// Where the sentence begins that a cell goes on with, likewise.
  func sentenceStart(before cell: Int, width limit: Int) -> Int? {
    var start = cell - 1
    while start >= 0, width(of: start..<cell) <= limit {
      if endsSentence(before: start) { return start }
      start -= 1
    }
    return nil
  }

  /// The whole sentences that cells stand in; nil where they are wider than `limit`.
  func sentences(around cells: Range<Int>, width limit: Int) -> Range<Int>? {
    let room = limit - width(of: cells)
    let start =
      endsSentence(before: cells.lowerBound)
      ? cells.lowerBound : sentenceStart(before: cells.lowerBound, width: room)
    guard let start, let end = sentenceEnd(of: cells, width: room), width(of: start..<end) <= limit
    else { return nil }
    return start..<end
  }

  /// Where the sentence ends that cells stand in; nil where that is farther behind them.
  func sentenceEnd(of cells: Range<Int>, width limit: Int) -> Int? {
    let isWhole = !cells.isEmpty && endsSentence(before: cells.upperBound)
    return isWhole ? cells.upperBound : sentenceEnd(from: cells.upperBound, width: limit)
  }

  /// The sentences, with those behind them and those before them that there is room for.
  func widened(_ sentences: Range<Int>, width limit: Int) -> Range<Int> {
    var (start, end) = (sentences.lowerBound, sentences.upperBound)
    while let next = sentenceEnd(from: end, width: limit - width(of: start..<end)) { end = next }
    while let next = sentenceStart(before: start, width: limit - width(of: start..<end)) {
      start = next
    }
    return start..<end
  }

  /// Without blanks at the ends.
  func trimmed(_ cells: Range<Int>) -> Range<Int> {
    guard let first = cells.first(where: { !isBlank($0) }),
      let last = cells.last(where: { !isBlank($0) })
    else { return cells }
    return first..<last + 1
  }
}
