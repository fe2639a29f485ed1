/// The lines of a table as they are read, the last of which may go on in the next.
struct AlignedRows {
  private var done: [SourceLine] = []
  /// The last line, where it has gone on.
  private var wrapped: WrappedRow?

  var lines: [SourceLine] {
    mutating get {
      endRow()
      return done
    }
  }

  /// Whether the last line is a row, which can go on.
  var isRowOpen: Bool { wrapped != nil || done.last?.text.contains("\t") == true }

  /// The cells of the last line, and the last lines of them.
  var lastRow: (cells: [String], lines: [String]) {
    let row = wrapped ?? WrappedRow(done.last?.text ?? "")
    return (row.cells, row.last)
  }

  mutating func append(_ cells: [String], _ separator: String, _ number: Int) {
    endRow()
    done.append(SourceLine(text: cells.joined(separator: separator), number: number))
  }

  /// - Parameter below: the cells of the next line, in which the last row goes on.
  /// - Parameter widths: those of the widest cells.
  /// - Parameter mayBeRow: whether the next line may be a row of its own.
  mutating func goOn(_ below: [String], _ widths: [Int], mayBeRow: Bool = false) {
    if mayBeRow, !done.isEmpty { done[done.count - 1].mayBeTwoRows = true }
    var row = wrapped ?? WrappedRow(done.last?.text ?? "")
    wrapped = nil
    row.goOn(below, widths)
    wrapped = row
  }

  /// Takes out the text of a line, which the next one holds as well.
  mutating func empty(line index: Int) {
    endRow()
    if done.indices.contains(index - 1) { done[index - 1].text = "" }
  }

  private mutating func endRow() {
    if let wrapped { done[done.count - 1].text = wrapped.text }
    wrapped = nil
  }
}
