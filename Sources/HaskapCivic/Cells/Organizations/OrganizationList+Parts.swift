/// What parts the items of a list but spaces: commas, bullets, numbers and labels.
extension OrganizationList {
  /// Splits at commas and line feeds outside of brackets, at bullets and before labels.
  static func parts(_ text: String) -> [String] {
    // Of most lists only commas part the items.
    if text.unicodeScalars.allSatisfy({ $0 == "、" || $0.isKanaOrKanji }) {
      return text.unicodeScalars.split(separator: "、", omittingEmptySubsequences: false)
        .map { String($0) }
    }
    let source = Array(text)
    let folded = Folding.fold(text)
    var parts: [String] = []
    var start = 0
    var depth = 0
    for index in source.indices {
      if source[index].isKanaOrKanji { continue }
      if folded[index] == "(" { depth += 1 }
      if folded[index] == ")" { depth = max(0, depth - 1) }
      let isBreak =
        depth == 0
        && (isSeparator(folded[index]) || isSlash(folded, at: index)
          || startsAfterComma(folded, at: index)
          || startsBullet(source, at: index)
          || (folded[index] == " " && startsLabel(folded, at: index + 1)))
      if isBreak {
        parts.append(String(source[start..<index]))
        start = index + 1
      }
    }
    return parts + [String(source[start...])]
  }

  private static func isSeparator(_ character: Character) -> Bool {
    switch character {
    case "、", "､", ";": true
    default: false
    }
  }

  /// True of a slash with Japanese beside it and no figure.
  private static func isSlash(_ folded: [Character], at index: Int) -> Bool {
    guard folded[index] == "/", index > 0, index + 1 < folded.count else { return false }
    let beside = [folded[index - 1], folded[index + 1]]
    return !beside.contains(where: \.isDigit) && beside.contains { !$0.isASCII }
  }

  /// True of a half-width comma that stands neither in a number nor before a Latin abbreviation.
  private static func startsAfterComma(_ folded: [Character], at index: Int) -> Bool {
    guard folded[index] == "," else { return false }
    let word = folded[(index + 1)...].drop { $0 == " " }.prefix { $0.isASCII && $0.isLetter }
    let isNumber =
      folded[..<index].last?.isDigit == true && folded[(index + 1)...].first?.isDigit == true
    return !isNumber && !["Inc", "Ltd", "Co", "LLC"].contains(String(word))
  }

  /// A `・` at the start or after a space is a bullet, a `①` anywhere.
  private static func startsBullet(_ text: [Character], at index: Int) -> Bool {
    if PrintedLine.isCircled(text[index]) { return true }
    switch text[index] {
    case "・", "●", "○", "◆", "◇", "■", "□", "※":
      // ○○町内会 has no bullet.
      let isBlank = text[(index + 1)...].first == text[index]
      return !isBlank && (index == 0 || text[index - 1].isWhitespace)
    default: return false
    }
  }

  /// An item without `①` or `(1)` before its name.
  static func withoutOrdinal(_ item: String) -> String {
    if item.first.map(PrintedLine.isCircled) ?? false { return Trimming.marks(item.dropFirst()) }
    guard item.first.map(Folding.fold) == "(" else { return item }
    let folded = Folding.fold(item)
    guard let end = folded.firstIndex(of: ")"), end > 1,
      folded[1..<end].allSatisfy(\.isDigit)
    else { return item }
    return Trimming.marks(item.dropFirst(end + 1))
  }

  /// True where a word and a colon follow: `内装：苫小牧内装業協会`.
  private static func startsLabel(_ folded: [Character], at start: Int) -> Bool {
    let word = folded[min(start, folded.count)...].prefix {
      $0 != " " && $0 != ":" && $0 != "、" && $0 != "("
    }
    let end = start + word.count
    return !word.isEmpty && end < folded.count && folded[end] == ":"
  }

  static func withoutLabel(_ part: String) -> String {
    guard part.contains(":") || part.contains("：") else { return part }
    let folded = Folding.fold(part)
    guard let colon = folded.firstIndex(of: ":"), !folded[..<colon].contains("(") else {
      return part
    }
    return String(Array(part)[(colon + 1)...])
  }

  /// `商工会議所と観光協会` are two, `花と緑の会` is one.
  static func splitAtAnd(_ item: String) -> [String]? {
    guard item.count <= 40 else { return nil }
    let pairs = item.indices.filter { item[$0] == "と" && isBetweenWords(item, $0) }.map { and in
      (String(item[..<and]), String(item[item.index(after: and)...]))
    }
    // NPO法人森 is no body: `NPO法人森と海をつなぐ会` is one.
    let form = LegalFormWords.prefix(of: item) ?? 0
    return pairs.first {
      ($0.0.count >= form + 4 && BodyEnding.ends(String($0.0.dropFirst(form)))
        || wholeBodies.contains($0.0)) && BodyEnding.ends($0.1)
    }
    .map { [$0.0, $0.1] }
  }

  /// False inside of a word of hiragana: みなと高等学校, にわとりクラブ.
  private static func isBetweenWords(_ item: String, _ index: String.Index) -> Bool {
    [item[..<index].last, item[item.index(after: index)...].first].allSatisfy {
      $0.map { !("ぁ"..."ゖ").contains($0) } ?? false
    }
  }
}
