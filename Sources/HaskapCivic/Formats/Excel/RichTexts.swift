/// Texts in runs of one format each, as workbooks keep shared strings and comments.
enum RichTexts {
  /// What each costs beside its text, in bytes.
  private static let overhead = 16

  /// - Parameters:
  ///   - element: what holds one.
  ///   - attribute: of these elements, one that is wanted too.
  /// - Returns: nil where they are not well-formed, or take more than a workbook may have.
  static func read(
    _ bytes: [UInt8], in element: String, with attribute: String = ""
  ) -> [(attribute: String?, text: String)]? {
    var texts: [(attribute: String?, text: String)] = []
    var room = Workbook.mostText
    var isText = false
    // Readings of kanji (`rPh`) are no part of the text.
    var isReading = 0
    let reader = XMLReader()
    reader.onStart = { [unowned reader] name, attributes in
      if room < 0 { reader.stop() }
      switch name {
      case element:
        texts.append((attributes[attribute], ""))
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
    reader.onText = { [unowned reader] text in
      guard isText, isReading == 0, let last = texts.indices.last else { return }
      texts[last].text += text
      room -= text.utf8.count
      if room < 0 || texts[last].text.utf8.count > SheetReader.longestCell { reader.stop() }
    }
    return reader.read(bytes) == nil ? texts : nil
  }
}
