/// A page that tells of projects one after the other, and no table:
///
///     １ 河川清掃
///     　日　時　令和５年６月４日
///     　参加者　４２名
enum PageProse {
  /// True where each line of several parts is an item, a label with what it tells, or a title.
  static func matches(_ lines: [[PageWord]]) -> Bool {
    let texts = lines.map { $0.map(\.text).joined(separator: " ") }
    let isLabeled = texts.map(isLabeled)
    let isItem = texts.map { PrintedLine.startsItem($0) || PrintedLine.letter($0) != nil }
    // What an item is called stands right above its labels.
    let named = isItem.indices.dropLast().count {
      isItem[$0] && !isLabeled[$0] && isLabeled[$0 + 1]
    }
    guard named > 0, isLabeled.count(where: { $0 }) > named else { return false }
    return lines.indices.allSatisfy { index in
      isLabeled[index] || isItem[index] || PageColumns.parts(lines[index]) == 1
        || PrintedLine.isTitle(texts[index])
    }
  }

  /// `日 時：６月４日`, `期 日 ６月４日`, `参加者 ２７名`.
  private static func isLabeled(_ text: String) -> Bool {
    let words = text.split(separator: " ", maxSplits: 4).map(String.init)
    let colon = text.firstIndex { ":：".contains($0) }
    if let colon { return TableHeadings.isSheetLabel(text[..<colon].withoutSpaces) }
    return words.indices.dropLast().contains { end in
      TableHeadings.isSheetLabel(words[...end].joined())
        && words[...end].dropLast().allSatisfy { $0.count == 1 }
    }
  }
}
