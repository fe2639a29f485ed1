import CLibrary
import Haskap
import HaskapCivic
import HaskapDocuments

/// Many questions in one process.
extension SearchTask {
  /// Answers each line of a file by a line of JSON; what is wrong with a query stands in its answer.
  func searchAll(_ path: String, in reader: IndexReader) throws {
    guard !CivicIndex.isCivic(reader) else {
      throw UserError(
        description: "--queries is for indexes of documents, and \(index.path) holds reports; "
          + "ask them one by one")
    }
    try refuseCivicOptions()
    let output = Output()
    let queries = LineReader(try ByteReader(path: path))
    var line: [UInt8] = []
    while try queries.next(into: &line) {
      let request = try request(String(decoding: line, as: UTF8.self), in: reader)
      output.line(try JSONText.line(BriefAnswer(to: request, in: reader)))
    }
    output.flush()
  }
}
