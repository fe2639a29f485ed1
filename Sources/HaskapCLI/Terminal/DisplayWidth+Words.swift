import HaskapText

extension DisplayWidth {
  /// As `wrap`, with no Latin word or number on two lines where a break before it leaves half a line.
  static func wrapWords(_ text: String, to columns: Int) -> [String] {
    var lines: [String] = []
    var rest = text[...]
    while let end = firstLineEnd(of: rest, columns: columns) {
      let cut = wordStart(before: end, in: rest, columns: columns)
      lines.append(String(rest[..<cut]).trimmingEnd)
      rest = rest[cut...].drop { $0 == " " }
    }
    return rest.isEmpty && !lines.isEmpty ? lines : lines + [String(rest)]
  }

  private static func wordStart(
    before end: Substring.Index, in text: Substring, columns: Int
  ) -> Substring.Index {
    guard end < text.endIndex, isInWord(text[end]),
      let last = text[..<end].lastIndex(where: { !isInWord($0) })
    else { return end }
    let start = text.index(after: last)
    return of(String(text[..<start])) * 2 < columns ? end : start
  }

  private static func isInWord(_ character: Character) -> Bool {
    character.isASCII && character != " "
  }
}
