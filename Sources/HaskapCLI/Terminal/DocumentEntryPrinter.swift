import Haskap
import HaskapDocuments

/// Prints all that the index keeps of one document.
struct DocumentEntryPrinter {
  let output: Output
  let reader: IndexReader
  /// The words to be marked wherever they stand in a text.
  let words: [String]

  func print(_ entry: DocumentEntry) throws {
    let interpreter = QueryInterpreter(reader.schema, reader: reader)
    for field in reader.schema.fields where field.isStored {
      let printer = EntryPrinter(output: output) { text in
        let matches = try interpreter.matches(of: words, in: text, field: field.name)
        return Highlighter(columns: .max).snippet(of: text, matches: matches)
          .marked(output.style.mark)
      }
      for value in entry.document[field.name] {
        try printer.print(field.name, value.plainText ?? "")
      }
    }
    if let file = entry.file { try EntryPrinter(output: output) { $0 }.print(told("Source"), file) }
  }
}
