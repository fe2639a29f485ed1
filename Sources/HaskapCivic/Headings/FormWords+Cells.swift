/// Forms in the cells of tables, printed or marked.
extension FormWords {
  /// The forms of a cell, as printed without numbers: 共催 of `①共催`, of `■共催　□後援`, and of `共催、補助`
  /// both; empty where something is none.
  static func forms(_ cell: String) -> [String] {
    guard mayName(cell) else { return [] }
    let parts = parts(cell)
    return parts.allSatisfy(matches) ? parts : []
  }

  /// What the words of a cell name, each without its number; of boxes those that are ticked.
  static func parts(_ cell: String) -> [String] {
    guard cell.utf8.count <= 300 else { return [] }
    if cell.contains(where: boxes.contains) { return ticked(cell) }
    return cell.split { $0.isWhitespace || "、，,／/＋+;；".contains($0) }.flatMap { part in
      let text = withoutOrdinal(String(part))
      let words = text.split { "・･".contains($0) }.map(String.init)
      let areOne = matches(text) || !words.allSatisfy(matches)
      return areOne ? [text] : words
    }.filter { !$0.isEmpty }.uniqued
  }

  /// `■共催　□後援`
  private static func ticked(_ cell: String) -> [String] {
    var (result, isTicked, word) = ([String](), false, "")
    func end() {
      let text = withoutOrdinal(Trimming.spaces(word))
      if isTicked, !text.isEmpty { result.append(text) }
    }
    for character in cell {
      guard boxes.contains(character) || ticks.contains(character) else {
        word.append(character)
        continue
      }
      end()
      (isTicked, word) = (ticks.contains(character), "")
    }
    end()
    return result
  }

  private static let boxes: Set<Character> = ["□", "☐", "▢"]
  private static let ticks: Set<Character> = [
    "■", "☑", "☒", "✓", "✔", "✅", "●", "◉", "○", "◯", "〇", "レ",
  ]

  /// True of `○`, `✓` and what else stands where a form holds, or does not.
  static func isMark(_ cell: String) -> Bool {
    cell.count == 1 && cell.first.map { ticks.contains($0) || "◎1１×✕xX－-―—ー".contains($0) } ?? false
  }

  /// True of the marks of those that hold.
  static func isTick(_ cell: String) -> Bool {
    cell.count == 1 && cell.first.map { ticks.contains($0) || "◎1１".contains($0) } ?? false
  }
}
