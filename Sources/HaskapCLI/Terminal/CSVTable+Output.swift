import HaskapCivic
import HaskapDocuments

extension CSVTable {
  /// In the language of the process.
  func write(_ rows: some Sequence<Row>, to output: Output) {
    named(by: Language.current.tableWords).write(rows) { output.write($0) }
  }
}
