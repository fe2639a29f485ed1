/// Characters that text recognition takes for others, in words where no other reading is possible.
///
/// `苦手` stays: only whole words stand in the table.
enum Misreadings {
  private static let table: [(printed: String, meant: String, reason: String)] = [
    ("苦小牧", "苫小牧", "苦 was read for 苫 in the city's name"),
    ("苦社協", "苫社協", "苦 was read for 苫 in the short name of the city's council"),
    ("に取り組めます", "に取り組みます", "め was read for み: the sentence promises, it does not ask"),
    ("などでし就職応援", "なでしこ就職応援", "the project's name was read in the wrong order"),
  ]

  /// The text as it was meant; the reasons where that differs from the print.
  static func corrected(_ text: String) -> (text: String, reason: String?) {
    var result = text
    var reasons: [String] = []
    for entry in table where result.contains(entry.printed) {
      result.replace(entry.printed, with: entry.meant)
      reasons.append(entry.reason)
    }
    return (result, reasons.isEmpty ? nil : reasons.joined(separator: "; "))
  }
}
