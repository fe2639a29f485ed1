import HaskapText

/// A line of a report, the cells of its tables separated by tabs, and where it comes from.
struct SourceLine: Equatable {
  var text: String
  /// The line of a text file, the row of a sheet, or the line on a PDF's page, counted from 1.
  var number: Int
  /// The page of a PDF, counted from 1.
  var page: Int?
  /// The name of the sheet in a workbook.
  var sheet: String?
  /// Whether a row may hold another one: what stands below its cells may go on with them, or not.
  var mayBeTwoRows = false
  /// Whether a cell of the row above goes on in this row of a table.
  var isBelowSpan = false

  /// The same with ideographs for radicals: cells may hold them as pages do.
  var withIdeographs: Self {
    var line = self
    line.text = text.withIdeographs
    return line
  }
}
