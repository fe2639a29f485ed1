/// Labels and values in one line of text.
extension SheetLabel {
  /// `主　催：案内所の会　　会場：駅`: the same in one line, a wide gap before each label.
  static func gapped(_ text: String) -> [Pair]? {
    guard text.utf8.count <= 600, text.has(marks), text.contains(where: { ":：／".contains($0) })
    else { return nil }
    // 主催／清流の会　日時／6月4日
    let mark = text.indices.contains { isMark(":：", text[...], at: $0) } ? ":：" : "／"
    var pairs: [Pair] = []
    var rest = text[...]
    while let colon = rest.indices.first(where: { isMark(mark, rest, at: $0) }) {
      let before = rest[..<colon]
      // 映画会　団体名：映画の会 begins with a name.
      if pairs.isEmpty,
        before.firstIndex(where: \.isWhitespace).map({ isWord(before[..<$0]) }) ?? false,
        startOfLabel(before) != nil
      {
        return nil
      }
      let start = pairs.isEmpty ? before.startIndex : startOfLabel(before)
      let label = start.map { before[$0...].withoutSpaces } ?? ""
      guard let start, let kind = meaning(label) else { return nil }
      if let last = pairs.indices.last { pairs[last].values = [Trimming.spaces(before[..<start])] }
      pairs.append((label, kind, [""]))
      rest = rest[rest.index(after: colon)...]
    }
    if let last = pairs.indices.last { pairs[last].values = [Trimming.spaces(rest)] }
    return pairs.count > 1 ? pairs : nil
  }

  private static let marks = Signs(":：／")

  /// False of a letter of 事　業　名, and of a number.
  private static func isWord(_ text: Substring) -> Bool {
    text.count { $0.isLetter && !$0.isNumber } > 1
  }

  /// `助成額 250千円　実施期間 6月～9月`: labels that are listed words, each with one word behind it.
  static func spaced(_ text: String) -> [Pair]? {
    guard text.utf8.count <= 300, text.mayHaveSpaces else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let areLabels = words.enumerated().allSatisfy { index, word in
      HeadingWords.isListed(word) == index.isMultiple(of: 2)
    }
    return areLabels && words.count > 3 && words.count.isMultiple(of: 2) ? alternating(words) : nil
  }

  /// The colon of 10:00 is none, nor the slash of 6／4.
  private static func isMark(
    _ mark: String, _ text: Substring, at index: Substring.Index
  ) -> Bool {
    guard mark.contains(text[index]) else { return false }
    let (before, after) = (text[..<index].last, text[index...].dropFirst().first)
    return !(before?.isNumber == true && after?.isNumber == true)
  }

  /// Behind a wide gap, where what follows is a label.
  private static func startOfLabel(_ text: Substring) -> Substring.Index? {
    text.indices.first { index in
      guard !text[index].isWhitespace, index > text.startIndex,
        text[..<index].last?.isWhitespace == true
      else { return false }
      let gap = text[..<index].reversed().prefix(while: \.isWhitespace)
      return (gap.count > 1 || gap.first == "\u{3000}")
        && meaning(text[index...].withoutSpaces) != nil
    }
  }

  /// True of a line with three labels, each with a colon.
  static func tellsAll(_ line: TableGrid.Line, _ pairs: [Pair]) -> Bool {
    pairs.count >= 3 && line.text.contains(where: { ":：".contains($0) })
  }

  /// `事業名：食堂／団体：食堂の会／担当：福祉課`: all on one line.
  static func inline(_ text: String) -> [Pair]? {
    guard text.utf8.count <= 2_000, text.count(where: { ":：".contains($0) }) > 1 else { return nil }
    let isSlashed = ["／", "/", "｜"].contains(where: text.contains)
    let words = isSlashed ? text.split { "／/｜".contains($0) }.map(String.init) : commaParted(text)
    let parts = words.map { $0.split(maxSplits: 1) { ":：".contains($0) }.map(Trimming.spaces) }
    guard parts.count > 1, parts.allSatisfy({ $0.count == 2 }) else { return nil }
    let own = (named(parts[0]) + parts.dropFirst().map { ($0[0], HeadingKind.other, [$0[1]]) })
      .map(byValue)
    let known = own.count { $0.kind != .other }
    return known >= 3 || known == 2 && own.count == 2 && text.contains("／") ? own : nil
  }

  /// What `実施` tells, of which only the value says that it is when.
  private static func byValue(_ pair: Pair) -> Pair {
    let isDay = pair.label.count <= 4 && pair.values.contains(where: DateFinder.begins)
    let kind = pair.kind == .other ? meaning(pair.label) ?? (isDay ? .date : .other) : pair.kind
    return (pair.label, kind, pair.values)
  }

  /// `事業名：食堂、団体：食堂の会、日時：6月4日、7月4日` in three: a comma parts where a label follows.
  private static func commaParted(_ text: String) -> [String] {
    text.split { "、，".contains($0) }.reduce(into: []) { parts, part in
      let label = part.firstIndex { ":：".contains($0) }.map { String(part[..<$0]) }
      if parts.isEmpty || label.flatMap(meaning) != nil {
        parts.append(String(part))
      } else {
        parts[parts.count - 1] += "、" + part
      }
    }
  }

  /// `映画会　主体：映画の会` tells a name before its label.
  private static func named(_ part: [String]) -> [Pair] {
    if let kind = meaning(part[0]) { return [(part[0], kind, [part[1]])] }
    guard let space = part[0].lastIndex(where: \.isWhitespace),
      let kind = meaning(String(part[0][space...].dropFirst()))
    else { return [(part[0], .other, [part[1]])] }
    let name = Trimming.spaces(part[0][..<space])
    return [
      ("事業名", .name, [PrintedLine.ordinal(name)?.rest ?? Trimming.marks(name)]),
      (String(part[0][space...].dropFirst()), kind, [part[1]]),
    ]
  }

  /// One of these, or a space, stands between a label and its value.
  private static let gaps = Signs(":：】］〕／/|｜│")

  /// `事業名　　　河川清掃`, `事業名：河川清掃`: at the first colon, or wide gap, or gap. A label may be spaced
  /// out: 事　業　名　　河川清掃.
  static func parted(_ text: String) -> [String] {
    guard text.utf8.count <= 2_000, text.mayHaveSpaces || text.has(gaps) else { return [text] }
    let characters = Array(text)
    let white = characters.map(\.isWhitespace)
    let isOpen = characters.first.map { "【［〔".contains($0) } ?? false
    let isTime = { (index: Int) in
      index > 0 && index + 1 < characters.count && characters[index - 1].isDigit
        && characters[index + 1].isDigit
    }
    let isColon = { (index: Int) in
      ":：".contains(characters[index]) && !isTime(index)
        || isOpen && "】］〕".contains(characters[index])
    }
    let isWide = { (index: Int) in white[index] && index + 1 < white.count && white[index + 1] }
    if text.contains(where: { "|｜│".contains($0) }), let parts = slashed(text) { return parts }
    return parted(characters, at: isColon) ?? parted(characters, at: isWide)
      ?? parted(characters, at: { white[$0] }) ?? slashed(text) ?? [text]
  }

  private static let slashes = Signs("／/|｜│")

  /// `主催／炭焼きの会`, `主催 | 炭焼きの会`; 主催／共催 are two headings.
  static func slashed(_ text: String) -> [String]? {
    guard text.has(slashes) else { return nil }
    let parts = text.split(maxSplits: 1) { "／/|｜│".contains($0) }.map { Trimming.spaces($0) }
    guard parts.count == 2, meaning(parts[0]) != nil, HeadingWords.meaning(of: parts[1]) == nil
    else { return nil }
    return parts
  }

  /// `事 業` of 事 業 名 is no label.
  private static func goesOn(_ label: String, _ rest: ArraySlice<Character>) -> Bool {
    let word = rest.prefix { !$0.isWhitespace && !":：／".contains($0) }
    let last = label.split(whereSeparator: \.isWhitespace).last
    return word.count == 1 && last?.count == 1 && meaning(label + String(word)) != nil
  }

  private static func parted(_ characters: [Character], at isGap: (Int) -> Bool) -> [String]? {
    for index in characters.indices.dropFirst().prefix(20) where isGap(index) {
      let label = String(characters[..<index])
      guard meaning(label) != nil, !goesOn(label, characters[index...].dropFirst()) else {
        continue
      }
      let value = withoutColon(Trimming.spaces(String(characters[(index + 1)...])))
      if !value.isEmpty { return [label, value] }
    }
    return nil
  }
}
