internal import Glibc
internal import Haskap
internal import HaskapText

/// Searches strings, one a line of standard input, and writes for each
/// `length TAB documents TAB nanoseconds TAB nanoseconds of counting TAB string`, best of five.
struct Substrings {
  private let searcher: Searcher
  private let session: AnalyzerSession
  private var analyzed = AnalyzedText()

  init(index: String) throws {
    searcher = try IndexReader(path: index).makeSearcher()
    session = try Analyzer(named: "icu").makeSession()
  }

  mutating func run() throws {
    guard let lines = LineReader() else { return }
    while let line = lines.next() {
      let text = String(decoding: line, as: UTF8.self)
      var search = UInt64.max
      var counting = UInt64.max
      var total = 0
      for _ in 0..<5 {
        let started = nanoseconds()
        let result = try searcher.search(unit(text), limit: 10, counting: true)
        search = min(search, nanoseconds() - started)
        total = result.total ?? 0
        let again = nanoseconds()
        _ = try searcher.count(unit(text))
        counting = min(counting, nanoseconds() - again)
      }
      writeLine("\(text.unicodeScalars.count)\t\(total)\t\(search)\t\(counting)\t\(text)")
    }
  }

  /// The time of analysis is the query's too.
  private mutating func unit(_ text: String) throws -> Query {
    try session.analyze(text, into: &analyzed)
    return .unit(TextUnit(fields: [WeightedField("body")], variants: [UnitVariant(analyzed)]))
  }

  private func nanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
