/// Numbers in kanji: `六月四日`, `二十三日`, `三百人`, `二〇二三年`.
enum KanjiNumerals {
  /// A text whose numbers before 年, 月 and 日 are digits.
  static func inDates(_ text: [Character]) -> [Character] { digits(text, before: "年月日") }

  /// A text whose numbers before counters of people and groups are digits.
  static func inCounts(_ text: [Character]) -> [Character] { digits(text, before: "人名組団件回") }

  private static func digits(_ text: [Character], before counters: String) -> [Character] {
    guard text.contains(where: mayTell) else { return text }
    var result: [Character] = []
    var index = 0
    while index < text.count {
      let run = text[index...].prefix { mayTell($0) && values[$0] != nil }
      if run.isEmpty {
        result.append(text[index])
        index += 1
        continue
      }
      let next = run.endIndex < text.count ? text[run.endIndex] : " "
      // 1.2万人 is no number in kanji.
      let isScale = result.last?.isNumber == true
      if !isScale, counters.contains(next), let number = number(run) {
        result += Array(String(number))
      } else {
        result += run
      }
      index = run.endIndex
    }
    return result
  }

  private static func number(_ run: ArraySlice<Character>) -> Int? {
    guard run.count <= 12 else { return nil }
    let figures = run.compactMap { values[$0] }
    if figures.allSatisfy({ $0 < 10 }) { return figures.reduce(0) { $0 * 10 + $1 } }
    var (sum, part, last) = (0, 0, 0)
    for figure in figures {
      if figure == 10_000 {
        sum += max(1, part + last) * figure
        (part, last) = (0, 0)
      } else if figure >= 10 {
        part += max(1, last) * figure
        last = 0
      } else {
        last = figure
      }
    }
    return sum + part + last
  }

  /// False of most characters, which no table needs to be asked for.
  static func mayTell(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万": true
    // Compatibility ideographs equal others.
    default: (0xF900...0xFAFF).contains(scalar.value) || scalar.value >= 0x2F800
    }
  }

  private static func mayTell(_ character: Character) -> Bool {
    character.unicodeScalars.first.map(mayTell) ?? false
  }

  private static let values: [Character: Int] = [
    "〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    "百": 100, "千": 1_000, "万": 10_000,
  ]
}
