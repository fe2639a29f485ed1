/// What signs and spaces part in the line of a list.
extension ItemFinder {
  /// Between slashes, dashes that stand alone, or commas: three at least, one of them a day.
  static func cells(_ text: String) -> [String]? {
    if text.count(where: { "｜|│".contains($0) }) > 1 { return nil }
    let parts = text.split { "／/｜".contains($0) }.map { Trimming.spaces($0) }
    // Those inside of brackets part nothing either.
    let slashed = parts.allSatisfy(\.hasWholeBrackets) ? parts : []
    if slashed.count > 3, text.contains("／") || !text.contains(where: { ":：".contains($0) }) {
      return slashed
    }
    // 秋の大茶会／茶道連盟／9月10日
    let others = [
      text.contains("／") || text.contains(" / ") ? slashed : [],
      text.split(whereSeparator: \.isWhitespace).split { isDash($0) }
        .map { $0.joined(separator: " ") },
      text.contains("。") ? [] : betweenCommas(text),
    ]
    return others.first { $0.count > 2 && $0.contains(where: isDay) }
  }

  /// Those inside of brackets part nothing.
  private static func betweenCommas(_ text: String) -> [String] {
    var (parts, depth) = ([""], 0)
    for character in text {
      if "（(".contains(character) { depth += 1 }
      if "）)".contains(character) { depth -= 1 }
      if depth == 0, "、，".contains(character) {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map { Trimming.spaces($0) }.filter { !$0.isEmpty }
  }

  private static func isDash(_ word: Substring) -> Bool {
    word.count == 1 && "-‐–—―－*・".contains(word.first ?? " ")
  }

  static func parts(_ text: String) -> [String] { cells(text) ?? words(text) }

  /// Between bars and spaces; a day before a slash is one as well.
  static func words(_ text: String) -> [String] {
    let barred = text.split { "｜|│".contains($0) }
    if barred.count > 2 { return barred.flatMap { parts(String($0)) } }
    // 延べ 95人, 参加 95人 and 講座参加 95人 are one part each.
    // 清流の会 × 環境課
    let words = text.split { $0.isWhitespace || "×✕".contains($0) }.filter { !isDash($0) }
      .flatMap(dated).flatMap(counted).flatMap(held)
    return words.reduce(into: []) { parts, part in
      let goesOn =
        parts.last.map { last in
          ["延べ", "のべ", "延", "計", "約"].contains(last)
            || (last.hasSuffix("参加") || HeadingWords.meaning(of: last)?.kind == .participants)
              && PeopleCell.isCount(part)
        } ?? false
      if goesOn { parts[parts.count - 1] += part } else { parts.append(part) }
    }
  }

  /// `6月4日／公園／参加` in three: a day, and what slashes part behind it; `6月4日、20人` in two.
  private static func dated(_ word: Substring) -> [Substring] {
    let (parts, told) = (word.split(separator: "／"), word.split(separator: "、"))
    if told.count == 2, isDay(String(told[0])), told[1].last.map({ "人名".contains($0) }) ?? false {
      return told
    }
    return parts.count > 1 && isDay(String(parts[0])) ? parts : [word]
  }

  /// `清掃（清流の会）参加者35名` in two.
  private static func counted(_ word: Substring) -> [String] {
    guard let close = word.lastIndex(where: { ")）".contains($0) }) else { return [String(word)] }
    let rest = String(word[close...].dropFirst())
    return rest.isEmpty || !isPeople(rest) ? [String(word)] : [String(word[...close]), rest]
  }

  /// `5月8日～12日（油絵の会）` in two: a day, and who held it.
  private static func held(_ word: String) -> [String] {
    guard let (before, inside) = Brackets.trailing(word), isDay(before),
      BodyEnding.ends(inside) || inside.count > 4, !inside.contains(where: \.isDigit),
      !["曜", "雨", "予備", "中止", "延期"].contains(where: inside.contains)
    else { return [word] }
    return [before, String(word[before.endIndex...])]
  }
}
