/// The Roman numerals of the policies, which recognition prints as one character (`Ⅳ`) or in Latin
/// letters (`IV`).
enum PolicyNumeral {
  private static let numerals = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ", "Ⅶ", "Ⅷ", "Ⅸ", "Ⅹ"]
  private static let latin = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]

  /// The numeral at the beginning, as one character, and the text behind it.
  static func prefix(_ text: some StringProtocol) -> (numeral: String, rest: String)? {
    let printed = text.prefix { "IVXＩＶＸ".contains($0) || numerals.contains(String($0)) }
    let half = String(printed.map { $0 == "Ｉ" ? "I" : $0 == "Ｖ" ? "V" : $0 == "Ｘ" ? "X" : $0 })
    guard let place = numerals.firstIndex(of: half) ?? latin.firstIndex(of: half) else {
      return nil
    }
    return (numerals[place], text[printed.endIndex...].trimmed)
  }

  /// `政策Ⅱ title` and `基本政策Ⅱ：title`.
  static func heading(_ text: some StringProtocol) -> (numeral: String, rest: String)? {
    var rest = text[...].trimmed
    for word in ["基本", "政策"] where rest.hasPrefix(word) { rest.removeFirst(word.count) }
    guard rest.count < text.count, text.contains("政策") else { return nil }
    guard let (numeral, title) = prefix(rest.trimmed) else { return nil }
    return (numeral, title.drop { ":：".contains($0) }.trimmed)
  }

  /// The numeral before it: `Ⅲ` for `Ⅳ`.
  static func before(_ numeral: String) -> String? {
    guard let place = numerals.firstIndex(of: numeral), place > 0 else { return nil }
    return numerals[place - 1]
  }
}
