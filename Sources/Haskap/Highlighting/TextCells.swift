internal import HaskapText

/// A text as its characters, with their places in columns and the matches in terms of them.
struct TextCells {
  struct Match {
    var cells: Range<Int>
    var term: Int
  }

  private var characters: [Character] = []
  /// The columns that all characters before each one take; one more than there are characters.
  private var columns: [Int] = [0]
  private var isMarked: [Bool]
  /// In the order of the text.
  private(set) var matches: [Match] = []

  init(_ text: String, matches found: [TextMatch]) {
    var offsets: [Int] = [0]
    for character in text {
      let shown: Character = character.isNewline || character.isControl ? " " : character
      characters.append(shown)
      columns.append(columns[columns.count - 1] + DisplayWidth.of(shown))
      offsets.append(offsets[offsets.count - 1] + character.utf8.count)
    }
    isMarked = [Bool](repeating: false, count: characters.count)
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

  var all: Range<Int> { 0..<characters.count }

  func width(of range: Range<Int>) -> Int { columns[range.upperBound] - columns[range.lowerBound] }

  /// The last cell that still ends within `width` columns from the start, and one more.
  func end(from start: Int, width: Int, limit: Int) -> Int {
    let end = columns.partition(above: columns[start] + width) - 1
    return min(max(end, start), limit)
  }

  func beginsSentence(_ cell: Int) -> Bool {
    cell == 0 || "。．！？!?".contains(characters[cell - 1])
  }

  /// Runs of marked and unmarked characters.
  func parts(_ range: Range<Int>) -> [Snippet.Part] {
    var parts: [Snippet.Part] = []
    for cell in range {
      if parts.last?.isMarked != isMarked[cell] {
        parts.append(Snippet.Part("", isMarked: isMarked[cell]))
      }
      parts[parts.count - 1].text.append(characters[cell])
    }
    return parts
  }
}

extension Character {
  fileprivate var isControl: Bool {
    unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
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
