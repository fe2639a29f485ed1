internal import Glibc
internal import Haskap

/// Answers the harness's lines. The time runs from the line having been read until the result is
/// there, the parsing of the query included.
struct QueryServer {
  private let reader: IndexReader
  private let searcher: Searcher

  init(index: String) throws {
    reader = try IndexReader(path: index)
    searcher = reader.makeSearcher()
  }

  func run() throws {
    guard let lines = LineReader() else { return }
    while let line = lines.next() {
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { continue }
      let command = String(decoding: line[..<tab], as: UTF8.self)
      do {
        writeLine(try answer(command, line[(tab + 1)...]))
      } catch let error as QueryError {
        writeLine("\(error)", to: STDERR_FILENO)
        writeLine("UNSUPPORTED")
      }
    }
  }

  private func answer(
    _ command: String, _ text: Slice<UnsafeRawBufferPointer>
  ) throws -> String {
    let started = nanoseconds()
    guard command != "NOOP" else { return "0\t\(nanoseconds() - started)" }
    let query = Self.parse(text)
    if command == "COUNT" {
      let count = try searcher.count(query)
      return "\(count)\t\(nanoseconds() - started)"
    }
    let limits = ["TOP_10": 10, "TOP_100": 100, "TOP_1000": 1000]
    let counting = command == "TOP_10_COUNT" || command == "HITS_10"
    guard let limit = counting ? 10 : limits[command] else { return "UNSUPPORTED" }
    let result = try searcher.search(query, limit: limit, counting: counting)
    let time = nanoseconds() - started
    let count = result.total ?? result.hits.count
    guard command == "HITS_10" else { return "\(count)\t\(time)" }
    let hits = try result.hits.map { hit in
      let document = try reader.storedDocument(
        segment: hit.segment, document: Int(hit.document))
      return "\(document.text("id") ?? ""):\(hit.score)"
    }
    return "\(count)\t\(time)\t\(hits.joined(separator: " "))"
  }

  /// `a`, `+a +b`, `a b` or `"a b"`.
  private static func parse(_ text: Slice<UnsafeRawBufferPointer>) -> Query {
    let quote = UInt8(ascii: "\"")
    let isPhrase = text.first == quote
    let words = text.split(separator: UInt8(ascii: " ")).map { $0.filter { $0 != quote } }
    if isPhrase { return .phrase(field: "body", words) }
    let plus = UInt8(ascii: "+")
    let isAll = words.allSatisfy { $0.first == plus }
    let terms = words.map { word in
      Query.term(field: "body", word.first == plus ? Array(word.dropFirst()) : word)
    }
    return terms.count == 1 ? terms[0] : isAll ? .all(terms) : .any(terms)
  }

  private func nanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
