internal import HaskapText

/// A text as its characters (grapheme clusters), with their places in columns and the matches in terms of them.
struct TextCells {
  struct Match {
    var cells: Range<Int>
    var term: Int
  }

  private let text: String
  /// Where each character begins in the text (UTF-8), and where the last one ends.
  private let offsets: [Int]
  /// The columns that all characters before each one take; one more than there are characters.
  private let columns: [Int]
  private var isMarked: [Bool]
  /// In the order of the text.
  private(set) var matches: [Match] = []

  init(_ text: String, matches found: [TextMatch]) {
    self.text = text
    (offsets, columns) = DisplayWidth.ends(of: text)
    isMarked = [Bool](repeating: false, count: offsets.count - 1)
    for match in found.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard !match.range.isEmpty, match.range.lowerBound >= 0,
        match.range.upperBound <= offsets[offsets.count - 1]
      else { continue }
      let first = offsets.partition(above: match.range.lowerBound) - 1
      let end = offsets.partition(above: match.range.upperBound - 1)
      matches.append(Match(cells: first..<end, term: match.term))
      for cell in first..<end { isMarked[cell] = true }
    }
  }

  /// The character at an offset range as it is shown: a space for a line end or a control character.
  private static func shown(_ bytes: Range<Int>, of text: String) -> Substring {
    let start = text.utf8.index(text.startIndex, offsetBy: bytes.lowerBound)
    let character = text[start..<text.utf8.index(start, offsetBy: bytes.count)]
    let isBlank = character.unicodeScalars.first.map {
      DisplayWidth.isControl($0) || 0x2028...0x2029 ~= $0.value
    }
    return isBlank == true ? " " : character
  }

  private func shown(_ cell: Int) -> Substring {
    Self.shown(offsets[cell]..<offsets[cell + 1], of: text)
  }

  var all: Range<Int> { 0..<isMarked.count }

  func width(of range: Range<Int>) -> Int { columns[range.upperBound] - columns[range.lowerBound] }

  /// The last cell that still ends within `width` columns from the start, and one more.
  func end(from start: Int, width: Int, limit: Int) -> Int {
    let end = columns.partition(above: columns[start] + width) - 1
    return min(max(end, start), limit)
  }

  func beginsSentence(_ cell: Int) -> Bool {
    cell == 0 || ["。", "．", "！", "？", "!", "?"].contains(shown(cell - 1))
  }

  /// Runs of marked and unmarked characters.
  func parts(_ range: Range<Int>) -> [Snippet.Part] {
    var parts: [Snippet.Part] = []
    for cell in range {
      if parts.last?.isMarked != isMarked[cell] {
        parts.append(Snippet.Part("", isMarked: isMarked[cell]))
      }
      parts[parts.count - 1].text += String(shown(cell))
    }
    return parts
  }
}

extension [Int] {
  /// How many of these ascending numbers are not above `bound`.
  fileprivate func partition(above bound: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
