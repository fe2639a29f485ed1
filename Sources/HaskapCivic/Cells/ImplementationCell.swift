import HaskapText

/// The cell 実施区分: how often a project is held, and since when.
enum ImplementationCell {
  /// Nil for an empty cell.
  static func read(_ cell: String) -> Record.Implementation? {
    let text = Folding.folded(cell.withoutSpaces)
    guard !text.isEmpty else { return nil }
    let since = since(text)
    let isApproximate = since != nil && ["頃", "ころ", "ごろ"].contains(where: text.contains)
    return Record.Implementation(
      kind: kind(text), since: since, isApproximate: isApproximate ? true : nil)
  }

  private static func kind(_ text: String) -> Record.Implementation.Kind {
    if ["-", "なし", "無"].contains(text) { return .none }
    if text.contains("例年") || text.contains("毎年") { return .annual }
    if text.contains("単年") || text.contains("新規") { return .singleYear }
    if ["2年に", "二年に", "隔年"].contains(where: text.contains) { return .biennial }
    return .other
  }

  /// The year of `昭和47年頃から`; any year that is not said to be a beginning does not count.
  private static func since(_ text: String) -> Int? {
    let beginnings = ["から", "より", "開始", "頃", "以降", "以来", "~"]
    guard beginnings.contains(where: text.contains) else { return nil }
    let characters = Array(text)
    for index in characters.indices {
      var scanner = DateScanner(characters, at: index)
      if let year = scanner.scanYear() { return year }
    }
    return nil
  }
}
