import Glibc
import HaskapTestSupport
import Testing

@testable import Haskap
@testable import HaskapText

/// Whatever grep finds in the normalized text a unit finds, on real paragraphs through the writer
/// and the reader. With `HASKAP_RECALL_SAMPLES=5000` all paragraphs and so many strings are tried.
@Suite struct RecallTests {
  static let samples = getenv("HASKAP_RECALL_SAMPLES").flatMap { Int(String(cString: $0)) }

  @Test(.enabled(if: Paragraphs.areThere, "xz and ../shared/eval/qa_docs.jsonl.xz are needed"))
  func findsWhatGrepFinds() throws {
    let texts = Paragraphs.read(every: Self.samples == nil ? 16 : 1)
    let folder = TemporaryFolder()
    let reader = try Self.index(texts, in: folder.path)
    let searcher = reader.makeSearcher()
    let analyzed = try Self.analyzed(texts)
    var random = SplitMix(seed: 20)
    let terminated = analyzed.map { $0.utf8 + [0] }
    var tally = Tally()
    for _ in 0..<(Self.samples ?? 500) {
      let variant = try Self.sample(analyzed, &random)
      try check(variant, reader, searcher, analyzed, terminated, &tally)
    }
    print("Recall:", tally)
    #expect(tally.missed == 0)
    #expect(tally.disordered == 0)
  }

  /// What came of all strings together.
  struct Tally {
    var strings = 0
    var expected = 0
    var missed = 0
    var surplus = 0
    /// Strings whose first ten documents are not in the order of the ladder.
    var disordered = 0
    /// Of all first-ten documents, how many are on each rung.
    var firstTen = [0, 0, 0, 0]
  }

  private func check(
    _ variant: UnitVariant, _ reader: IndexReader, _ searcher: Searcher, _ texts: [AnalyzedText],
    _ terminated: [[UInt8]],
    _ tally: inout Tally
  ) throws {
    let name: Comment = "'\(String(decoding: variant.utf8, as: UTF8.self))'"
    let query = Query.unit(TextUnit(fields: [WeightedField("body")], variants: [variant]))
    let result = try searcher.search(query, limit: texts.count, counting: true)
    let found = result.hits.map { Self.number($0, reader) }
    let expected = terminated.indices.filter { Self.contains(terminated[$0], variant.utf8) }
    #expect(Set(found) == Set(expected), name)
    #expect(result.total == expected.count, name)
    let rungs = found.prefix(10).map { document in
      UnitOracle.occurrences(variant, in: CutText(texts[document])).min() ?? .max
    }
    #expect(rungs == rungs.sorted(), name)
    tally.strings += 1
    tally.expected += expected.count
    tally.missed += Set(expected).subtracting(found).count
    tally.surplus += Set(found).subtracting(expected).count
    tally.disordered += rungs == rungs.sorted() ? 0 : 1
    for rung in rungs { tally.firstTen[rung] += 1 }
  }

  /// Three segments, and two of them merged.
  static func index(_ texts: [String], in path: String) throws -> IndexReader {
    let schema = try Schema([.text("body", positions: false, grams: true, stored: false)])
    let writer = try IndexWriter(path: path, schema: schema)
    for (number, text) in texts.enumerated() {
      try writer.add(["body": .init(stringLiteral: text)])
      if number == texts.count / 4 || number == texts.count / 2 { try writer.commit() }
      if number == texts.count / 2 { try writer.optimize() }
    }
    try writer.commit()
    return try IndexReader(path: path)
  }

  static func analyzed(_ texts: [String]) throws -> [AnalyzedText] {
    let session = try Analyzer(named: "icu").makeSession()
    return try texts.map { text in
      var result = AnalyzedText()
      try session.analyze(text, into: &result)
      return result
    }
  }

  /// A string of 1 to 8 characters that one of the texts has, and where ICU cuts it.
  static func sample(_ texts: [AnalyzedText], _ random: inout SplitMix) throws -> UnitVariant {
    let session = try Analyzer(named: "icu").makeSession()
    while true {
      let length = Int.random(in: 1...8, using: &random)
      let utf8 = texts.randomElement(using: &random)?.utf8 ?? []
      let offsets = UTF8Length.offsets(in: utf8)
      guard offsets.count > length else { continue }
      let start = Int.random(in: 0..<offsets.count - length, using: &random)
      let bytes = Array(utf8[offsets[start]..<offsets[start + length]])
      var cut = AnalyzedText()
      try session.analyze(String(decoding: bytes, as: UTF8.self), into: &cut)
      let variant = UnitVariant(cut)
      return variant.utf8 == bytes ? variant : UnitVariant(utf8: bytes)
    }
  }

  static func number(_ hit: Hit, _ reader: IndexReader) -> Int {
    reader.segments[..<hit.segment].reduce(0) { $0 + $1.documentCount } + Int(hit.document)
  }

  /// Like `grep -F`; no text holds a zero byte.
  static func contains(_ text: [UInt8], _ bytes: [UInt8]) -> Bool {
    text.withUnsafeBytes { text in
      (bytes + [0]).withUnsafeBytes { bytes in
        strstr(
          text.baseAddress!.assumingMemoryBound(to: CChar.self),
          bytes.baseAddress!.assumingMemoryBound(to: CChar.self)) != nil
      }
    }
  }
}
