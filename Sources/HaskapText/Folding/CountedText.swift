/// Texts that end with a number in digits and what it counts.
public enum CountedText {
  /// か of 3か月, in all its forms.
  private static let joining = Set("かカヶヵケ箇".unicodeScalars.map(\.value))
  /// Where something else may go on: 時間 is none of 2時, 年度 none of 2年, 番地 none of 2番.
  private static let ambiguous = Set("時年番".unicodeScalars.map(\.value))

  /// Whether the last word of a text is a counter behind its number, whatever goes on behind it: 2日 in
  /// 2日間, but not 2日市 in 2日市内. In kanji it may be a name: 二日市.
  ///
  /// - Parameter text: normalized.
  public static func ends(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.map(\.value)
    guard let counter = scalars.last, Numerals.counters.contains(counter),
      !ambiguous.contains(counter)
    else { return false }
    let rest = scalars.dropLast()
    let number = rest.last.map(joining.contains) == true ? rest.dropLast() : rest
    return number.last.map(Numerals.isDigit) ?? false
  }
}
