/// Takes off what stands around a text and is no part of it.
enum Trimming {
  static func spaces(_ text: some StringProtocol) -> String {
    let scalars = text.unicodeScalars
    if scalars.first?.isSpace == false, scalars.last?.isSpace == false { return String(text) }
    guard let first = scalars.firstIndex(where: { !$0.isSpace }),
      let last = scalars.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return String(text[first..<scalars.index(after: last)])
  }

  /// Takes off spaces, bullets and separators: `・庭木の剪定：` is `庭木の剪定`. What stands for a name
  /// that is not told stays: `○○町内会`.
  static func marks(_ text: some StringProtocol) -> String {
    if let first = text.unicodeScalars.first, first.isKanaOrKanji,
      text.unicodeScalars.last?.isKanaOrKanji == true
    {
      return String(text)
    }
    let trimmed = trim(text) {
      !$0.isKanaOrKanji && ($0.isWhitespace || "・、，,。:：;；●○◎■□◆◇".contains($0))
    }
    guard let first = text.first, "○●□".contains(first), !trimmed.isEmpty else { return trimmed }
    let blank = String(repeating: first, count: 2)
    return text.hasPrefix(blank + trimmed) ? blank + trimmed : trimmed
  }

  private static func trim(_ text: some StringProtocol, _ isLoose: (Character) -> Bool) -> String {
    guard let first = text.firstIndex(where: { !isLoose($0) }),
      let last = text.lastIndex(where: { !isLoose($0) })
    else { return "" }
    return String(text[first...last])
  }
}

extension StringProtocol {
  /// Without spaces at both ends.
  var trimmed: String { Trimming.spaces(self) }
}
