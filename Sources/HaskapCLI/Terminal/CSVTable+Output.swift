import HaskapDocuments

extension CSVTable {
  func write(_ rows: some Sequence<Row>, to output: Output) {
    write(rows) { output.write($0) }
  }
}
