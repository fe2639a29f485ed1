internal import Haskap
internal import HaskapText

/// Days and moments in the spellings that people write: `2024/3/5`, `令和6年3月5日`, `2024-03-05 10:20`.
enum WrittenDay {
  /// In characters: longer texts are no days.
  private static let longest = 40

  /// As the engine reads it, `2024-03-05`, with the time of day behind it where one is written; nil
  /// for what is no day.
  static func normal(_ text: String) -> String? {
    if Day(text) != nil || Day(ofMoment: text) != nil { return text }
    guard text.utf8.count <= 3 * longest else { return nil }
    let parts = text.split(maxSplits: 1) { $0 == "T" || $0.isWhitespace }
    guard let first = parts.first, let date = try? DateExpression.parse(String(first)),
      date.day != nil, let day = date.day(isLast: false)
    else { return nil }
    guard parts.count > 1 else { return day.description }
    let isTime = parts[1].first?.isNumber == true && parts[1].contains { ":：時".contains($0) }
    return isTime ? "\(day) \(parts[1])" : nil
  }
}
