/// Finds lists whose lines say in brackets how the city took part: `1 市民まつり（後援）`. Without numbers
/// or bullets there must be three of them.
enum ListFinder {
  /// The list that begins at a line as a table, and the index of the line behind it; nil where none does.
  ///
  /// - Parameters:
  ///   - isOpen: whether a table may go on here.
  ///   - hasLists: whether the report has a list already, of which this may be another with one item.
  static func list(
    _ lines: [TableGrid.Line], from start: Int, isOpen: Bool, hasLists: Bool
  ) -> (table: ReportTable, end: Int)? {
    if let list = forms(lines, from: start, isOpen: isOpen) { return list }
    // Below a row of several cells it is one of a table.
    let above = lines[..<start].last { !$0.isBlank }
    guard above?.filled.count ?? 0 < 2 || isNumbered(above), !isOpen || !lines[start].isRow else {
      return nil
    }
    return RowFinder.list(lines, from: start)
      ?? ItemFinder.list(lines, from: start, mayBeOne: hasLists)
      ?? OfficeLists.list(lines, from: start, mayBeOne: hasLists)
      ?? ProseFinder.list(lines, from: start)
  }

  /// `1　講座` above a list is its heading, whose number stands apart.
  private static func isNumbered(_ line: TableGrid.Line?) -> Bool {
    guard let line, line.filled.count == 2 else { return false }
    return line.text.count <= 3 && line.text.contains(where: \.isNumber)
  }

  private static func forms(
    _ lines: [TableGrid.Line], from start: Int, isOpen: Bool
  ) -> (table: ReportTable, end: Int)? {
    let items = lines[start...].prefix { line in
      (line.cells.count == 1 || !isOpen && isNumbered(line)) && item(line) != nil
    }
    let areMarked = items.allSatisfy { PrintedLine.isMarked($0.text) }
    guard items.count >= (areMarked ? 2 : 3) else { return nil }
    var table = ReportTable(headings: ["番号", "事業名", "形態"], titles: [])
    table.rows = items.compactMap { line in
      item(line).map { .init(line: line.number, cells: $0, notes: [line.joined]) }
    }
    return (table, items.endIndex)
  }

  private static func item(_ line: TableGrid.Line) -> [String]? {
    let text = line.joined
    guard text.utf8.count <= 300,
      let (before, inside) = Brackets.trailing(text) ?? Brackets.cornered(text)
    else { return nil }
    let form = Trimming.spaces(inside)
    guard FormWords.begin(form) else { return nil }
    let marked = Array(before).drop { "(（・○●◆■-*".contains($0) }
    let digits = marked.prefix { $0.isDigit || ("①"..."⑳").contains($0) }
    guard digits.count <= 3 else { return nil }
    let name = marked.dropFirst(digits.count).drop { ")）.．、:： 　".contains($0) }
    return name.isEmpty ? nil : [String(digits), Trimming.spaces(String(name)), form]
  }
}
