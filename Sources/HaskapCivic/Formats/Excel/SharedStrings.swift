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

  /// What each costs beside its text, in bytes.
  private static let overhead = 16

  /// - Returns: nil where they are not well-formed, or take more than a workbook may have.
  static func read(_ bytes: [UInt8]) -> [String]? {
    var strings: [String] = []
    var room = Workbook.mostText
    var isText = false
    var isReading = 0
    let reader = XMLReader()
    reader.onStart = { [unowned reader] name, _ in
      if room < 0 { reader.stop() }
      switch name {
      case "si":
        strings.append("")
        room -= overhead
      case "t": isText = true
      case "rPh": isReading += 1
      default: break
      }
    }
    reader.onEnd = { name in
      if name == "t" { isText = false }
      if name == "rPh" { isReading -= 1 }
    }
    // Readings of kanji (`rPh`) are no part of the text.
    reader.onText = { [unowned reader] text in
      guard isText, isReading == 0, let last = strings.indices.last else { return }
      strings[last] += text
      room -= text.utf8.count
      if room < 0 || strings[last].utf8.count > SheetReader.longestCell { reader.stop() }
    }
    return reader.read(bytes) == nil ? strings.map(clean) : nil
  }
}
