/// The comments on the cells of a sheet.
enum CellComments {
  /// By row, from left to right; none where their file is missing or damaged, or takes more than a
  /// workbook may have.
  static func read(_ archive: ZipArchive, ofSheet path: String) -> [Int: [String]] {
    let parts = path.split(separator: "/").map(String.init)
    let folder = parts.dropLast()
    guard let name = parts.last,
      let relations = archive.file((folder + ["_rels", name + ".rels"]).joined(separator: "/"))
    else { return [:] }
    var target: String?
    let reader = XMLReader()
    reader.onStart = { name, attributes in
      if name == "Relationship", attributes["Type"]?.hasSuffix("/comments") == true {
        target = attributes["Target"]
      }
    }
    guard reader.read(relations) == nil, let target,
      let bytes = archive.file(resolved(target, in: Array(folder)))
    else { return [:] }
    return read(bytes)
  }

  /// `../comments1.xml` in `xl/worksheets` is `xl/comments1.xml`.
  private static func resolved(_ target: String, in folder: [String]) -> String {
    var path = target.hasPrefix("/") ? [] : folder
    for part in target.split(separator: "/") {
      if part == ".." { _ = path.popLast() } else { path.append(String(part)) }
    }
    return path.joined(separator: "/")
  }

  private static func read(_ bytes: [UInt8]) -> [Int: [String]] {
    var comments: [(at: CellReference, text: String)] = []
    var (isText, isReading, room) = (false, 0, Workbook.mostText)
    let reader = XMLReader()
    reader.onStart = { name, attributes in
      switch name {
      case "comment":
        if let at = attributes["ref"].flatMap(CellReference.init) { comments.append((at, "")) }
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
      guard isText, isReading == 0, let last = comments.indices.last else { return }
      comments[last].text += text
      room -= text.utf8.count
      if room < 0 || comments[last].text.utf8.count > SheetReader.longestCell { reader.stop() }
    }
    guard reader.read(bytes) == nil else { return [:] }
    return Dictionary(grouping: comments.filter { !$0.text.isBlank }) { $0.at.row }.mapValues {
      own in
      own.sorted { $0.at.column < $1.at.column }.map { comment in
        // One line of a report each.
        SharedStrings.clean(comment.text).replacing(String(CellText.lineBreak), with: " ")
      }
    }
  }
}
