internal import HaskapText

/// A text as its characters (grapheme clusters), with their places in columns and the matches in
/// terms of them.
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

  var all: Range<Int> { 0..<isMarked.count }

  func width(of range: Range<Int>) -> Int { columns[range.upperBound] - columns[range.lowerBound] }

  /// The last cell that still ends within `width` columns from the start, and one more.
  func end(from start: Int, width: Int, limit: Int) -> Int {
    let end = columns.partition(above: columns[start] + width) - 1
    return min(max(end, start), limit)
  }

  /// Runs of marked and unmarked characters.
  func parts(_ range: Range<Int>) -> [Snippet.Part] {
    var parts: [Snippet.Part] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = range[start...].firstIndex { isMarked[$0] != isMarked[start] } ?? range.upperBound
      parts.append(Snippet.Part(shown(start..<end), isMarked: isMarked[start]))
      start = end
    }
    return parts
  }

  /// The characters as they are shown: a space for a line end or a control character.
  private func shown(_ cells: Range<Int>) -> String {
    let stretch = slice(cells)
    guard stretch.unicodeScalars.contains(where: Self.isBlank) else { return String(stretch) }
    return cells.reduce(into: "") { shown, cell in
      let character = slice(cell..<cell + 1)
      let isBlank = character.unicodeScalars.first.map(Self.isBlank) == true
      shown += isBlank ? " " : String(character)
    }
  }

  func isBlank(_ cell: Int) -> Bool {
    slice(cell..<cell + 1).unicodeScalars.allSatisfy {
      Self.isBlank($0) || $0.properties.isWhitespace
    }
  }

  func isLineEnd(_ cell: Int) -> Bool {
    switch sign(cell) {
    case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// The scalar with which a character begins.
  func sign(_ cell: Int) -> Unicode.Scalar { slice(cell..<cell + 1).unicodeScalars.first ?? " " }

  private func slice(_ cells: Range<Int>) -> Substring {
    let start = text.utf8.index(text.startIndex, offsetBy: offsets[cells.lowerBound])
    let length = offsets[cells.upperBound] - offsets[cells.lowerBound]
    return text[start..<text.utf8.index(start, offsetBy: length)]
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    DisplayWidth.isControl(scalar) || 0x2028...0x2029 ~= scalar.value
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
