/// The texts that the cells of a workbook point to.
enum SharedStrings {
  /// On one line, without tabs: a line break in a cell as the other readers have it.
  static func clean(_ text: String) -> String {
    String(
      text.trimmed.map { character in
        character.isNewline ? DelimitedText.cellBreak : character == "\t" ? " " : character
      })
  }

  static func read(_ bytes: [UInt8]) -> [String] {
    var strings: [String] = []
    var isText = false
    var isReading = 0
    let reader = XMLReader()
    reader.onStart = { name, _ in
      switch name {
      case "si": strings.append("")
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
    reader.onText = { text in
      if isText, isReading == 0, let last = strings.indices.last { strings[last] += text }
    }
    return reader.read(bytes) ? strings.map(clean) : []
  }
}
