/// Numbers of pages, which stand between the rows of a report and are no part of it.
enum PageNumber {
  /// True of `12`, `- 12 -`, `P.12`, `12/30`, `12ページ`.
  static func matches(_ line: some StringProtocol) -> Bool {
    guard line.utf8.count < 24 else { return false }
    let text = Folding.folded(line.trimmed).removing("ページ").removing("頁")
    return text.contains(where: \.isDigit)
      && text.allSatisfy { $0.isDigit || "- ~/pP.".contains($0) }
  }

  /// True of `- 12 -`, which is nothing else wherever it stands.
  static func isBetweenDashes(_ line: String) -> Bool {
    let (dashes, text) = ("-－―–—‐", line.trimmed)
    return dashes.contains(text.first ?? " ") && dashes.contains(text.last ?? " ")
      && matches(text)
  }
}
