/// Marks of Markdown (CommonMark 0.31, section 6) inside of a line, which are no part of its words.
enum MarkdownText {
  static func isFile(_ name: String) -> Bool {
    [".md", ".markdown"].contains { name.lowercased().hasSuffix($0) }
  }

  private static let marks = Signs("~`*_\\[+")

  /// Lines without `~~…~~`, `` `…` ``, `*…*` around Japanese, the targets of links, and the `\` that ends one. What
  /// stands between `**` stays, which tells labels; `` `haskap index` `` is code.
  static func lines(_ text: String) -> String {
    guard text.has(marks) else { return text }
    var isCode = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("```") { isCode.toggle() }
      return isCode || line.hasPrefix("```") ? String(line) : Self.line(line)
    }.joined(separator: "\n")
  }

  private static func line(_ line: Substring) -> String {
    var text = item(withoutLinks(String(line)))
    let end = text.last == "\r" ? String(text.removeLast()) : ""
    if text.last == "\\" { text.removeLast() }
    for mark in ["~~", "`", "*", "_"] where text.contains(mark) {
      text = without(mark, text)
    }
    return text + end
  }

  /// `+ 川の学校` and `- [x] 川の学校` (a task) are `- 川の学校`.
  private static func item(_ text: String) -> String {
    let white = text.prefix { $0 == " " || $0 == "\t" }
    var rest = text[white.endIndex...]
    guard let mark = ["- ", "* ", "+ "].first(where: rest.hasPrefix) else { return text }
    rest = rest.dropFirst(mark.count)
    if ["[ ] ", "[x] ", "[X] "].contains(where: rest.hasPrefix) { rest = rest.dropFirst(4) }
    return white + (mark == "+ " ? "- " : mark) + rest
  }

  /// `[川の学校（春）](https://example.jp/a_(1))` is 川の学校（春）; in both parts brackets may nest.
  static func withoutLinks(_ text: String) -> String {
    guard text.contains("](") else { return text }
    var (result, rest) = ("", text[...])
    while let middle = rest.firstRange(of: "]("),
      let open = unpaired("[", "]", in: rest[..<middle.lowerBound].indices.reversed(), of: rest),
      let close = unpaired(")", "(", in: rest[middle.upperBound...].indices, of: rest)
    {
      let before = rest[..<open]
      result += (before.last == "!" ? before.dropLast() : before)
      result += rest[open..<middle.lowerBound].dropFirst()
      rest = rest[close...].dropFirst()
    }
    return result + rest
  }

  /// The first bracket that belongs to none of those before it.
  private static func unpaired(
    _ bracket: Character, _ other: Character, in places: some Sequence<String.Index>,
    of text: Substring
  ) -> String.Index? {
    var depth = 0
    return places.first { index in
      if text[index] == other { depth += 1 }
      guard text[index] == bracket else { return false }
      depth -= 1
      return depth < 0
    }
  }

  /// Without the marks that belong together: what stands between them begins and ends with no space.
  private static func without(_ mark: String, _ text: String) -> String {
    let ranges = text.ranges(of: mark).filter { isAlone($0, mark, text) }
    var (result, start, open) = ("", text.startIndex, Range<String.Index>?.none)
    for range in ranges {
      if let begin = open {
        let inside = text[begin.upperBound..<range.lowerBound]
        if closes(range, mark, inside, text) {
          result += text[start..<begin.lowerBound] + inside
          (start, open) = (range.upperBound, nil)
          continue
        }
      }
      open = range
    }
    return result + text[start...]
  }

  private static func closes(
    _ range: Range<String.Index>, _ mark: String, _ inside: Substring, _ text: String
  ) -> Bool {
    let isWord = mark != "_" || text[range.upperBound...].first.map { !$0.isLetter } ?? true
    return isWord && inside.first?.isWhitespace == false && inside.last?.isWhitespace == false
      && inside.contains(where: \.isKanaOrKanji)
  }

  /// False of one of several in a row, and of `_` inside of a word.
  private static func isAlone(_ range: Range<String.Index>, _ mark: String, _ text: String) -> Bool
  {
    let (before, after) = (text[..<range.lowerBound].last, text[range.upperBound...].first)
    if let sign = mark.first, before == sign || after == sign { return false }
    return mark != "_" || before.map { !$0.isLetter } ?? true || after.map { !$0.isLetter } ?? true
  }
}
