/// Words that a page draws one after the other, line below line: what it draws of one cell.
struct PageRun {
  /// The column of the first word, which the row's other cells may yet move.
  var column: Int
  /// The column in which the last word stands.
  private(set) var endColumn: Int
  /// From the top to the bottom.
  private(set) var lines: [[PageWord]]
  private(set) var left: Double
  private var right: Double
  private let letter: Double

  init(_ word: PageWord, column: Int, letter: Double) {
    (self.column, endColumn, self.letter) = (column, column, letter)
    (lines, left, right) = ([[word]], word.left, word.right)
  }

  var top: Double { lines.first?.first?.middle ?? 0 }
  var bottom: Double { lines.last?.first?.middle ?? 0 }
  private var last: PageWord? { lines.last?.last }

  /// White between the words of a line that is wider than this parts cells, in points.
  static let maxSpace = 9.0

  /// Adds a word that stands behind the last one, or begins the next line.
  mutating func append(_ word: PageWord, column: Int) {
    endColumn = column
    if isOnLine(word) { lines[lines.count - 1].append(word) } else { lines.append([word]) }
    (left, right) = (min(left, word.left), max(right, word.right))
  }

  func isOnLine(_ word: PageWord) -> Bool {
    last.map { abs(word.middle - $0.middle) < max(1.5, letter * 0.3) } ?? false
  }

  func takes(_ word: PageWord) -> Bool {
    guard let last else { return false }
    if isOnLine(word) {
      let space = word.left - last.right
      return space > -letter && space <= Self.maxSpace
    }
    let step = word.middle - last.middle
    guard step > 0, step < letter * 2.5 else { return false }
    let shared = min(right, word.right) - max(left, word.left)
    if shared * 2 >= min(right - left, word.right - word.left) { return true }
    // A list that is set in.
    let start = lines.last?.first?.left ?? left
    return step < letter * 1.6 && word.left >= start && word.left - start < letter * 4.5
  }

  /// Whether two runs have lines at the same height, and not only one that both share.
  func standsBeside(_ other: PageRun) -> Bool {
    overlaps(other) && max(top, other.top) < max(bottom, other.bottom) - 1
  }

  func overlaps(_ other: PageRun) -> Bool { top <= other.bottom + 1 && other.top <= bottom + 1 }
}
