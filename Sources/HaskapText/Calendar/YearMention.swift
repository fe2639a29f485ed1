/// A year or a range of years in running text; its place is a range of the text's own indices
/// (whole characters).
public struct YearMention: Hashable, Sendable {
  public var range: Range<String.Index>
  public var span: YearSpan

  /// All years of a text that are beyond doubt: an era's full name with a number (令和5), its
  /// letter or first character with 年 (R5年度, 令5年), or four digits with 年 (2023年度). A bare
  /// number is none.
  public static func all(in text: String) -> [YearMention] {
    // Most words that people look for have no number.
    guard text.unicodeScalars.contains(where: CalendarScanner.beginsNumber) else { return [] }
    var scanner = CalendarScanner(text)
    let indices = Array(text.indices) + [text.endIndex]
    var mentions: [YearMention] = []
    while !scanner.isAtEnd {
      let start = scanner.offset
      if let span = scanner.takeSpanOfText() {
        mentions.append(YearMention(range: indices[start]..<indices[scanner.offset], span: span))
      } else {
        scanner.offset = start + 1
      }
    }
    return mentions
  }
}

extension CalendarScanner {
  fileprivate mutating func takeSpanOfText() -> YearSpan? {
    let before = peek(-1)
    if let before, let next = peek(), before.isASCII, next.isASCII,
      before.isLetter || before.isNumber
    {
      return nil
    }
    let start = offset
    guard let first = takePlainYear() else { return nil }
    let end = offset
    offset = start
    // The whole expression where it is one, else the first year alone: `令和5年2月` names 令和5年.
    if let span = try? YearExpression.span(&self), span.first != nil, span.last != nil {
      return span
    }
    offset = end
    return YearSpan(year: first.year, kind: first.kind)
  }

  private mutating func takePlainYear() -> PrintedYear? {
    var ahead = self
    guard let year = (try? takeYear()) ?? nil, !year.needsEra else { return nil }
    let hasFullEra = year.era.map { ahead.peek() == $0.square || ahead.take($0.rawValue) } ?? false
    let isCertain =
      year.kind != .unspecified && (year.era != nil || (1868..<3000).contains(year.year))
    return hasFullEra || isCertain ? year : nil
  }
}
