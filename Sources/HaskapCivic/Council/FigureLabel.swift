/// Which words of a cell name a figure.
enum FigureLabel {
  /// The word without times and numbers of issues; nil for a word that only says when.
  static func cleaned(_ word: String) -> String? {
    let isSchedule =
      ["開催", "実施", "期間", "現在"].contains(word) || word.hasPrefix("毎")
      || "月週".contains(word.first ?? " ") && word.dropFirst().first?.isASCIIDigit == true
    if isSchedule { return nil }
    let rest = word.drop { Self.ofPeriod.contains($0) }
    let period = word[..<rest.startIndex]
    guard period.contains("月") || period.contains("号"), period.contains(where: \.isASCIIDigit),
      !rest.hasPrefix("末")
    else { return word }
    return rest.isEmpty || rest == "実施" || rest == "開催" ? nil : String(rest)
  }

  private static let ofPeriod = Set("RH0123456789./月号～〜~")

  /// True of `参加者` and its like, which name a figure and nothing that figures are about.
  static func countsPeople(_ word: String) -> Bool {
    let people = ["参加者", "来場者", "受講者", "入場者", "利用者", "登録者", "出席者", "相談者"]
    return people.contains { word.hasSuffix($0) || word.hasSuffix($0 + "数") }
  }

  /// Brackets that say how a figure was counted.
  static func isManner(_ text: String) -> Bool {
    text.hasPrefix("延べ") || text.hasPrefix("のべ") || text.hasPrefix("実人")
  }

  /// Brackets that name a part of the figures before.
  static func isPart(_ text: String) -> Bool { text.hasPrefix("内") || text.hasPrefix("うち") }
}
