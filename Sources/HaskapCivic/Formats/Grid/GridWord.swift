/// A word on a line of plain text, and the columns of letters that it takes.
///
/// `pdftotext -layout` gives each letter one column, however wide it is printed.
struct GridWord {
  fileprivate(set) var text: String
  let start: Int
  fileprivate(set) var end: Int
  /// The spaces before it; none before the rest of a heading in the line below.
  private(set) var gap: Int
  /// In full-width letters, as it is printed.
  fileprivate(set) var width = 0.0

  /// A space between words, in full-width letters.
  static let space = 0.25

  /// Whether it stands apart from the word before, and so where its cell stands; of a word one space behind
  /// another, only its order is certain.
  var isApart: Bool { gap > 1 }

  var columns: Range<Int> { start..<end }

  /// True of a number of a row.
  var isNumber: Bool { text.count <= 4 && text.allSatisfy(\.isDigit) }

  /// Whether it may be the end of a heading that its column was too narrow for.
  var mayEndHeading: Bool {
    text.count <= 10 && !text.contains { $0.isNumber || "。、".contains($0) }
  }

  /// As wide as its column has room for.
  func scaled(by share: Double) -> GridWord {
    var word = self
    word.width *= share
    return word
  }

  /// As what goes on, without a space, with the word before.
  var goingOn: GridWord {
    var word = self
    word.gap = 0
    return word
  }

  static func words(of line: String) -> [GridWord] {
    var words: [GridWord] = []
    var (column, isOpen) = (0, false)
    for scalar in line.unicodeScalars where scalar != "\u{C}" {
      if scalar == " " {
        isOpen = false
      } else if isOpen {
        words[words.count - 1].text.unicodeScalars.append(scalar)
        words[words.count - 1].end = column + 1
      } else {
        let gap = words.last.map { column - $0.end } ?? .max
        words.append(GridWord(text: String(scalar), start: column, end: column + 1, gap: gap))
        isOpen = true
      }
      column += 1
    }
    for index in words.indices {
      words[index].width = width(of: words[index].text)
    }
    return words
  }

  /// Signs with half their square white are set closer to each other: `」「`, `）、`.
  private static func width(of text: String) -> Double {
    var (width, last) = (0.0, Character(" "))
    for letter in text {
      width += TypesetWidth.isNarrow(letter) ? 0.55 : 1
      let isClose = closing.contains(last) && (opening + closing).contains(letter)
      if isClose || opening.contains(last) && opening.contains(letter) { width -= 0.5 }
      last = letter
    }
    return width
  }

  private static let opening = Array("「『（【〈《〔")
  private static let closing = Array("」』）】〉》〕、。，．")
}

extension [GridWord] {
  /// Words one space apart as one, which the white between columns does not part.
  var joined: GridWord? {
    guard var word = first else { return nil }
    word.text = map(\.text).joined(separator: " ")
    word.end = last?.end ?? word.end
    word.width = width
    return word
  }
}

extension Collection<GridWord> {
  /// How wide some words of one cell are printed, in full-width letters.
  var width: Double { reduce(-GridWord.space) { $0 + GridWord.space + $1.width } }
}
