/// Whether a short text tells when, before anything is known of the table that it stands in.
enum DayText {
  /// True of a day or a period at the beginning, and of what stands for one: `6月4日`, `R5.8～R5.11`, 通年.
  static func matches(_ text: String) -> Bool {
    guard text.utf8.count <= 240 else { return false }
    if isVague(text) { return true }
    guard let first = text.first, first.isNumber || "令平昭RHＲＨrh".contains(first) else {
      return false
    }
    let folded = Folding.fold(DateNotation(fiscalYear: 2000).normalized(text))
    return DateList(folded, at: 0, fiscalYear: 2000) != nil
  }

  /// `通年`, `毎月第2火曜日`.
  static func isVague(_ text: String) -> Bool {
    ["通年", "随時", "年間"].contains(text)
      || ["毎月", "毎週"].contains(where: text.prefix(12).hasPrefix)
  }

  /// `21(日)` without the day of the week, whose letter is that of 日 or 月 as well.
  static func withoutWeekday(_ text: String) -> String {
    var before: Character = " "
    return text.filter { letter in
      defer { before = letter }
      return !("(（".contains(before) && "日月火水木金土".contains(letter))
    }
  }

  /// True of `2日`, `9日（日）`, `28日～29日` alone.
  static func isDay(_ part: String) -> Bool {
    part.utf8.count <= 40 && part.first?.isNumber == true && part.contains("日")
      && withoutWeekday(part).allSatisfy { $0.isNumber || "日()（）祝・～〜~-、".contains($0) }
  }

  /// True of `4月` alone.
  static func isMonth(_ part: String) -> Bool {
    part.hasSuffix("月") && (2...3).contains(part.count) && part.dropLast().allSatisfy(\.isNumber)
  }
}
