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
    let texts = RichTexts.read(bytes, in: "comment", with: "ref") ?? []
    let comments = texts.compactMap { ref, text in
      ref.flatMap(CellReference.init).map { (at: $0, text: text) }
    }
    return Dictionary(grouping: comments.filter { !$0.text.isBlank }) { $0.at.row }.mapValues {
      own in
      own.sorted { $0.at.column < $1.at.column }.map { comment in
        // One line of a report each.
        SharedStrings.clean(comment.text).replacing(String(CellText.lineBreak), with: " ")
      }
    }
  }
}
