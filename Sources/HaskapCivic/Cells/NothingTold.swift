/// Cells that hold no more than that there is nothing to tell: `－`, `なし`, `該当なし`.
enum NothingTold {
  /// True of dashes and dots alone, of whatever length and width.
  static func isMark(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.count <= 24
      && text.unicodeScalars.allSatisfy { marks.contains($0) || $0.isSpace }
  }

  /// True of a word that says so where a name is asked for, in brackets or not.
  static func isSaid(_ text: String) -> Bool {
    guard text.utf8.count <= 36 else { return false }
    let word = text.filter { !"()（）「」 \u{3000}".contains($0) }
    return isMark(word) || words.contains(word)
  }

  private static let marks = Set("-－―ー—–‐‑−─━…‥・〜～".unicodeScalars)

  private static let words: Set = [
    "なし", "無し", "無", "ナシ", "特になし", "特に無し", "該当なし", "該当無し", "該当せず", "記載なし", "記入なし", "回答なし", "設定なし",
    "未定", "未記入", "未回答", "未設定", "未確定", "調整中", "検討中", "選定中", "募集中", "確認中", "不明", "空欄", "空白", "同",
    "n/a", "N/A",
    "NA",
  ]
}
