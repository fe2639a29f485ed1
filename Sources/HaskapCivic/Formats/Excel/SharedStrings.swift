/// The texts that the cells of a workbook point to.
enum SharedStrings {
  /// On one line, without tabs: a line break in a cell as the other readers have it.
  static func clean(_ text: String) -> String {
    let text = text.trimmed
    guard text.contains(where: \.isNewline) || text.contains("\t") else { return text }
    return String(
      text.map { character in
        character.isNewline ? CellText.lineBreak : character == "\t" ? " " : character
      })
  }

  /// - Returns: nil where they are not well-formed, or take more than a workbook may have.
  static func read(_ bytes: [UInt8]) -> [String]? {
    RichTexts.read(bytes, in: "si")?.map { clean($0.text) }
  }
}
