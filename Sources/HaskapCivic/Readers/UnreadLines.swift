/// Lines beside tables and lists that tell what the lines of these do, and became paragraphs.
enum UnreadLines {
  /// Tells of them, and counts each as a row that was not read.
  static func tell(of paragraphs: [LooseLines.Paragraph], in reading: inout Reading, file: String) {
    for paragraph in paragraphs {
      let own = paragraph.texts.enumerated().filter { tellsOfProject($1) }
      let lines =
        own.isEmpty && isSheet(paragraph) ? [(0, paragraph.texts[0])] : own.map { ($0, $1) }
      for (place, text) in lines {
        reading.rows += 1
        reading.rowsUnread += 1
        reading.warnings.append(
          .init(file: file, line: paragraph.line + place, message: "表や一覧の行として読めませんでした: \(text)"))
      }
    }
  }

  /// `清掃（清流の会）6月4日`, `清掃　6月4日　20人`: a name with a day, and with a body, an office or how many came.
  private static func tellsOfProject(_ text: String) -> Bool {
    guard text.utf8.count <= 300, !text.contains("。"), !PrintedLine.isTitle(text),
      !PrintedLine.isNote(text), let item = ItemFinder.item(text)
    else { return false }
    return !item.date.isEmpty
  }

  /// Labels of when or how many, and of with whom.
  private static func isSheet(_ paragraph: LooseLines.Paragraph) -> Bool {
    let kinds = paragraph.texts.prefix(40).compactMap { SheetLabel.labeled($0)?.kind }
    return kinds.contains { [.date, .start, .participants].contains($0) }
      && kinds.contains(where: \.namesOrganizations)
  }
}
