/// Characters that text recognition takes for others, in words where no other reading is possible.
///
/// `苦手` stays: only whole words stand in the table.
enum Misreadings {
  private static let table: [(printed: String, meant: String, reason: String)] = [
    ("苦小牧", "苫小牧", "「苫」を「苦」と読み違えたもの（市名）"),
    ("苦社協", "苫社協", "「苫」を「苦」と読み違えたもの（苫社協）"),
    ("などでし就職応援", "なでしこ就職応援", "「なでしこ」を「などでし」と読み違えたもの（事業名）"),
  ]

  /// In prose this may be meant as printed; a pledge says what will be done, not what can be.
  private static let inPromises = [
    (
      printed: "に取り組めます", meant: "に取り組みます",
      reason: "「み」を「め」と読み違えたもの（公約の言い切り）"
    )
  ]

  /// A text as it was meant, and what was misread in it.
  struct Correction: Equatable {
    var text: String
    /// The misread words; empty when nothing was changed.
    var printed: [String] = []
    var reasons: [String] = []

    /// A note on a short field, which shows the whole of it as printed, or on a long one, which shows
    /// the misread words alone.
    func note(_ field: String, whole: String? = nil) -> Record.Note? {
      guard !printed.isEmpty else { return nil }
      return .init(
        kind: .corrected, field: field, printed: whole ?? printed.joined(separator: "、"),
        reason: reasons.joined(separator: "、"))
    }
  }

  static func correct(_ text: String) -> Correction { correct(text, by: table) }

  /// The same for the text of a pledge or of a measure.
  static func correct(promise: String) -> Correction { correct(promise, by: table + inPromises) }

  private static func correct(
    _ text: String, by table: [(printed: String, meant: String, reason: String)]
  ) -> Correction {
    var result = Correction(text: text)
    for entry in table where result.text.contains(entry.printed) {
      result.text.replace(entry.printed, with: entry.meant)
      result.printed.append(entry.printed)
      result.reasons.append(entry.reason)
    }
    return result
  }
}
