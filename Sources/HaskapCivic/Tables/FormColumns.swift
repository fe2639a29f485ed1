/// The columns of a table that say how the city took part: one of forms, or one for each form with a mark in it.
struct FormColumns {
  private var named: [Int] = []
  private var marked: [(column: Int, form: String)] = []

  init(_ headings: [String], kinds: [HeadingKind], contents: [ColumnContents]) {
    for column in kinds.indices where contents[column].filled > 0 {
      let cells = contents[column]
      if cells.areMarks, let form = FormWords.inHeading(headings[column]) {
        marked.append((column, form))
      } else if Self.mayName(kinds[column]),
        FormWords.isHeading(headings[column]) && cells.areShort || cells.areNamesOfForms
      {
        named.append(column)
      }
    }
  }

  private static func mayName(_ kind: HeadingKind) -> Bool {
    [.classification, .other, .evaluation].contains(kind)
  }

  /// What a row says, without numbers and boxes.
  func told(_ cell: (Int) -> String) -> [String] {
    (named.flatMap { FormWords.parts(cell($0)) }.filter { !NothingTold.isSaid($0) }
      + marked.filter { FormWords.isTick(cell($0.column)) }.map(\.form)).uniqued
  }
}
