import HaskapCivic
import HaskapDocuments

extension CSVTable {
  /// In the language of the process.
  func write(_ rows: some Sequence<Row>, to output: Output) {
    named(by: Language.current.tableWords).write(rows) { output.write($0) }
  }

  /// The same of answers, each made when its row is written.
  func write(_ hits: PendingHits<Row>, to output: Output) throws {
    let table = named(by: Language.current.tableWords)
    try output.orNothing {
      output.write(table.heading)
      try hits.makeEach { output.write(table.line(of: $0)) }
    }
  }
}
