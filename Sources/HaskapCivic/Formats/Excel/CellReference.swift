/// The location of a cell: `B7` is column 1 in row 7.
struct CellReference: Equatable {
  /// Counted from 1.
  var row: Int
  /// Counted from 0.
  var column: Int

  init(row: Int, column: Int) { (self.row, self.column) = (row, column) }

  init?(_ name: String) {
    let letters = name.utf8.prefix { (0x41...0x5A).contains($0) }
    guard (1...3).contains(letters.count), let row = Int(name.dropFirst(letters.count)), row > 0
    else { return nil }
    self.row = row
    column = letters.reduce(0) { $0 * 26 + Int($1 - 0x40) } - 1
  }
}
