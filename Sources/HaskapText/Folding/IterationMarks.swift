/// Marks that stand for what is before them, and the other way round: 佐々木/佐佐木, いすゞ/いすず,
/// 部分々々/部分部分, いろ〳〵/いろいろ.
enum IterationMarks {
  private static let kanji: [UInt32] = [0x3005, 0x303B]
  private static let plainKana: [UInt32] = [0x309D, 0x30FD]
  private static let voicedKana: [UInt32] = [0x309E, 0x30FE]
  /// 〳〵 and 〱 for two kana, 〴〵 and 〲 where the first of them is voiced.
  private static let plainPairs: [[UInt32]] = [[0x3033, 0x3035], [0x3031]]
  /// So many kana 〳〵 stands for at most.
  private static let mostRepeated = 4
  private static let voicedPairs: [[UInt32]] = [[0x3034, 0x3035], [0x3032]]

  private static let marks = Set(
    kanji + plainKana + voicedKana + (plainPairs + voicedPairs).joined())

  /// The text without its marks, with the other mark for a kanji, with all the marks it could have, and with each one by itself.
  static func forms(of text: [UInt32]) -> [[UInt32]] {
    // ところ〴〵 repeats more than two kana. Hardly any text has a mark at all.
    let expanded =
      text.contains(where: marks.contains)
      ? (2...mostRepeated).map { Self.expanded(text, repeating: $0) }.filter { $0 != text } : []
    let marked = marked(text)
    let usual = marked.filter { !$0.isRare }
    let whole = usual.count > 1 ? [applying(usual, to: text)] : []
    return expanded
      + (whole + marked.map { applying([$0], to: text) }).filter { $0 != text }
  }

  private struct Change {
    var range: Range<Int>
    var form: [UInt32]
    var isRare = false
  }

  private static func applying(_ changes: [Change], to text: [UInt32]) -> [UInt32] {
    var result = text
    var next = text.count
    for change in changes.reversed() where change.range.upperBound <= next {
      result.replaceSubrange(change.range, with: change.form)
      next = change.range.lowerBound
    }
    return result
  }

  /// Every mark as what it stands for.
  ///
  /// - Parameter length: of what 〳〵 repeats.
  private static func expanded(_ text: [UInt32], repeating length: Int) -> [UInt32] {
    var result: [UInt32] = []
    var index = 0
    while index < text.count {
      let (form, taken) = expansion(in: text, at: index, behind: result, repeating: length)
      result += form
      index += taken
    }
    return result
  }

  private static func expansion(
    in text: [UInt32], at index: Int, behind before: [UInt32], repeating length: Int
  ) -> (form: [UInt32], length: Int) {
    let mark = text[index]
    let plain: ([UInt32], Int) = ([mark], 1)
    if kanji.contains(mark) {
      let isPair = index + 1 < text.count && kanji.contains(text[index + 1])
      let repeated = Array(before.suffix(isPair ? 2 : 1))
      return repeated.count == (isPair ? 2 : 1) && repeated.allSatisfy(FoldingRules.isHan)
        ? (repeated, repeated.count) : plain
    }
    if let last = before.last, FoldingRules.isKana(last) {
      if plainKana.contains(mark) { return ([unvoiced(last)], 1) }
      if voicedKana.contains(mark) { return ([voiced(unvoiced(last)) ?? last], 1) }
    }
    return pairExpansion(in: text, at: index, behind: before, repeating: length) ?? plain
  }

  private static func pairExpansion(
    in text: [UInt32], at index: Int, behind before: [UInt32], repeating length: Int
  ) -> (form: [UInt32], length: Int)? {
    var pair = Array(before.suffix(length))
    guard pair.count == length, pair.allSatisfy(FoldingRules.isKana) else { return nil }
    for mark in plainPairs where text[index...].starts(with: mark) { return (pair, mark.count) }
    for mark in voicedPairs where text[index...].starts(with: mark) {
      pair[0] = voiced(pair[0]) ?? pair[0]
      return (pair, mark.count)
    }
    return nil
  }

  /// Every place where a mark could stand.
  private static func marked(_ text: [UInt32]) -> [Change] {
    text.indices.dropFirst().flatMap { index -> [Change] in
      let (before, now) = (text[index - 1], text[index])
      let range = index..<index + 1
      var changes: [Change] = []
      if FoldingRules.isHan(now), now == before {
        changes.append(Change(range: range, form: [kanji[0]]))
        changes.append(Change(range: range, form: [kanji[1]], isRare: true))
      } else if FoldingRules.isHan(before), kanji.contains(now) {
        let other = kanji.filter { $0 != now }
        changes.append(Change(range: range, form: other, isRare: true))
      } else if FoldingRules.isKana(now), FoldingRules.isKana(before) {
        let katakana = FoldingRules.isKatakana(now) ? 1 : 0
        if now == before {
          changes.append(Change(range: range, form: [plainKana[katakana]]))
        } else if isVoiced(now, of: before) {
          changes.append(Change(range: range, form: [voicedKana[katakana]]))
        }
      }
      return changes + pairs(text, at: index)
    }
  }

  /// The second of two equal stretches, which begins at `index`.
  private static func pairs(_ text: [UInt32], at index: Int) -> [Change] {
    (2...mostRepeated).flatMap { length -> [Change] in
      let range = index..<index + length
      guard index >= length, range.upperBound <= text.count,
        text[range].dropFirst() == text[index - length..<index].dropFirst()
      else { return [] }
      let isSame = text[index] == text[index - length]
      if isSame, length == 2, text[range].allSatisfy(FoldingRules.isHan) {
        return [Change(range: range, form: [kanji[0], kanji[0]])]
      }
      guard text[range].allSatisfy(FoldingRules.isKana) else { return [] }
      let isVoiced = isVoiced(text[index], of: text[index - length])
      let marks = isSame ? plainPairs : isVoiced ? voicedPairs : []
      return marks.map { Change(range: range, form: $0, isRare: true) }
    }
  }

  private static func isVoiced(_ kana: UInt32, of plain: UInt32) -> Bool {
    kana == plain + 1 && voiced(plain) != nil
  }

  /// The voiced kana, which is the next scalar where there is one.
  private static func voiced(_ kana: UInt32) -> UInt32? {
    guard let plain = Unicode.Scalar(kana), let next = Unicode.Scalar(kana + 1) else { return nil }
    return String(plain) + "\u{3099}" == String(next) ? kana + 1 : nil
  }

  private static func unvoiced(_ kana: UInt32) -> UInt32 {
    voiced(kana - 1) == kana ? kana - 1 : kana
  }
}
