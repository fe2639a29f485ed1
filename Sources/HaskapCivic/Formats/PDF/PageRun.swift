/// Words that a page draws one after the other, line below line: what it draws of one cell.
struct PageRun {
  /// From the top to the bottom.
  private(set) var lines: [[PageWord]]
  private(set) var left: Double
  private(set) var right: Double
  private let letter: Double

  init(_ word: PageWord, letter: Double) {
    (self.letter, lines, left, right) = (letter, [[word]], word.left, word.right)
  }

  /// The lines before one of them, and the rest.
  func parted(before index: Int) -> [PageRun] {
    [lines[..<index], lines[index...]].compactMap { lines in
      let words = lines.joined()
      guard let first = words.first else { return nil }
      return words.dropFirst().reduce(into: PageRun(first, letter: letter)) { $0.append($1) }
    }
  }

  var top: Double { lines.first?.first?.middle ?? 0 }
  var bottom: Double { lines.last?.first?.middle ?? 0 }
  var first: PageWord? { lines.first?.first }
  private var last: PageWord? { lines.last?.last }
  /// The whole as one word, for where it stands.
  var box: PageWord { PageWord(text: "", left: left, right: right, middle: top) }

  /// White between the words of a line that is wider than this parts cells, in points.
  static let maxSpace = 9.0

  /// Adds a word that stands behind the last one, or begins the next line.
  mutating func append(_ word: PageWord) {
    if isOnLine(word) { lines[lines.count - 1].append(word) } else { lines.append([word]) }
    (left, right) = (min(left, word.left), max(right, word.right))
  }

  func isOnLine(_ word: PageWord) -> Bool {
    last.map { abs(word.middle - $0.middle) < max(1.5, letter * 0.3) } ?? false
  }

  /// How far a word stands behind the last one on its line; nil for one elsewhere.
  func white(before word: PageWord) -> Double? {
    last.flatMap { isOnLine(word) ? word.left - $0.right : nil }
  }

  func takes(_ word: PageWord) -> Bool {
    guard let last else { return false }
    if let white = white(before: word) { return white > -letter && white <= letter * 0.55 }
    let step = word.middle - last.middle
    guard step > 0, step < letter * 2.5 else { return false }
    // The number of the next row.
    if step > letter * 1.6, word.isNumber { return false }
    let shared = min(right, word.right) - max(left, word.left)
    if shared * 2 >= min(right - left, word.right - word.left) { return true }
    // A list that is set in.
    let start = lines.last?.first?.left ?? left
    return step < letter * 1.6 && word.left >= start && word.left - start < letter * 4.5
  }

  /// True of a number alone that a spreadsheet has set to the right, right before the next cell.
  ///
  /// - Parameter edges: where headings begin, as their cells do.
  func endsAsNumber(before word: PageWord, _ edges: [Double]) -> Bool {
    guard lines.count == 1, lines[0].count == 1, lines[0][0].isNumber, isOnLine(word) else {
      return false
    }
    return edges.contains { abs($0 - word.left) < 0.3 }
  }

  /// Whether one reaches into the other's height.
  func overlaps(_ other: PageRun) -> Bool { top <= other.bottom + 1 && other.top <= bottom + 1 }

  /// Whether one stands above the other, somewhere on the page.
  func sharesColumn(_ other: PageRun) -> Bool { min(right, other.right) > max(left, other.left) }

  /// Whether what is drawn next begins beside this, and not behind or below it: another cell.
  func isBeside(_ next: PageRun) -> Bool {
    if next.top < bottom - 1 { return true }
    return next.first.flatMap(white).map { $0 > letter * 2 } ?? false
  }
}
