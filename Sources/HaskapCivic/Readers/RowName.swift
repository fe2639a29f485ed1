/// The cell that names a row: without the number and the stress of Markdown, and with the department in
/// brackets taken out where no column tells it.
struct RowName {
  private(set) var text: String
  private(set) var number: Int?
  private(set) var departments: [String] = []

  init(_ cell: String, column: Int, of columns: TableColumns) {
    let words = MarkdownText.withoutLinks(MarkdownTable.withoutStress(Self.unstruck(cell)))
    text = Self.withoutState(Self.unquoted(Self.withoutFile(words)))
    // 市民まつり【後援】
    if let (before, inside) = Brackets.cornered(text), !before.isEmpty, FormWords.begin(inside) {
      text = Trimming.spaces(before)
    }
    if columns.areNamesNumbered, let ordinal = PrintedLine.ordinal(text) {
      number = ordinal.number
      text = ordinal.rest
    }
    guard columns.columns(.department).isEmpty else { return }
    // 図書館まつり【図書館】
    if let (before, inside) = Brackets.cornered(text), !before.isEmpty,
      DepartmentCell.isDepartment(inside)
    {
      (text, departments) = (Trimming.spaces(before), DepartmentCell.read(inside))
      return
    }
    let split = DepartmentCell.split(text)
    let tellsDepartment = ["課", "担当", "所管"].contains(where: columns.headings[column].contains)
    if tellsDepartment || split.departments.allSatisfy(DepartmentCell.isSection) {
      (text, departments) = (split.name, split.departments)
    }
  }

  /// `~~川の学校~~`, as Markdown strikes out, is 川の学校.
  private static func unstruck(_ text: String) -> String {
    text.contains("~~") ? text.replacing("~~", with: "") : text
  }

  /// `川の学校［PDFファイル／214KB］` and `川の学校（報告書：PDF 1.2MB）`, as web pages offer files, are 川の学校.
  private static func withoutFile(_ text: String) -> String {
    guard text.contains("PDF") || text.contains("ファイル"),
      let (before, inside) = Brackets.trailing(text) ?? Brackets.cornered(text),
      !before.isBlank, ["KB", "MB", "ＫＢ", "ＭＢ", "PDF", "ファイル"].contains(where: inside.hasSuffix)
    else { return text }
    return Trimming.spaces(before)
  }

  /// `◎重点　川の学校` and `新規 川の学校` are 川の学校.
  private static func withoutState(_ text: String) -> String {
    guard text.mayHaveSpaces else { return text }
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard words.count == 2, words[0].utf8.count <= 16,
      FormWords.states.contains(Trimming.marks(words[0]))
    else { return text }
    return Trimming.spaces(words[1])
  }

  /// `「川の学校」` is 川の学校.
  private static func unquoted(_ text: String) -> String {
    guard text.first == "「", text.last == "」", text.count > 3,
      text.count(where: { $0 == "「" }) == 1
    else { return text }
    return String(text.dropFirst().dropLast())
  }
}
