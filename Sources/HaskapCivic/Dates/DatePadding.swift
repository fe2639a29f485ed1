/// The spaces that reports put before numbers of one digit, to line dates up: `令和 2年 8月 5日`.
enum DatePadding {
  private static let mark: Character = "\u{1}"

  /// Puts a mark that is no white space in place of each padding space.
  static func marks(_ text: String) -> String {
    var characters = Array(text)
    for index in characters.indices where characters[index] == " " && isPadding(characters, index) {
      characters[index] = mark
    }
    return String(characters)
  }

  /// Turns the marks into spaces again.
  static func spaces(_ text: String) -> String {
    text.contains(mark) ? String(text.map { $0 == mark ? " " : $0 }) : text
  }

  private static func isPadding(_ text: [Character], _ space: Int) -> Bool {
    guard space > 0, space + 2 < text.count, "和成正治年月～~、・".contains(text[space - 1]) else {
      return false
    }
    return text[space + 1].isDigit && "年月日".contains(text[space + 2])
  }
}
