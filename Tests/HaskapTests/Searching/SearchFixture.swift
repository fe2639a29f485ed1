import HaskapTestSupport
import HaskapText

@testable import Haskap

/// A corpus as segments on disk, beside the oracle over the same documents.
struct SearchFixture {
  static let fields = [
    IndexedField(name: "title", positions: false), IndexedField(name: "body"),
  ]
  let folder = TemporaryFolder()
  let segments: [SearchSegment]
  let oracle: OracleSearcher

  /// - Parameters:
  ///   - sizes: how many documents each segment gets.
  ///   - pairs: which pairs are listed.
  init(
    _ documents: [OracleDocument], sizes: [Int], isLive: [Bool]? = nil, ranking: BM25 = BM25(),
    pairs: PairRule = .standard
  ) throws {
    var first = 0
    var segments: [SearchSegment] = []
    for (number, size) in sizes.enumerated() {
      let range = first..<first + size
      let index = try Self.write(
        Array(documents[range]), IndexDirectory(path: folder.path), segment: UInt64(number + 1),
        pairs: pairs)
      let live = isLive.map { LiveDocuments(words: Self.words(Array($0[range]))) }
      segments.append(SearchSegment(index: index, live: live))
      first += size
    }
    self.segments = segments
    oracle = OracleSearcher(
      documents, isLive: isLive ?? documents.map { _ in true }, ranking: ranking,
      sizes: sizes)
  }

  var searcher: Searcher { Searcher(segments, ranking: oracle.ranking) }

  static func words(_ bits: [Bool]) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: (bits.count + 63) / 64)
    for (index, bit) in bits.enumerated() where bit { words[index / 64] |= 1 << UInt64(index % 64) }
    return words
  }

  static func write(
    _ documents: [OracleDocument], _ directory: IndexDirectory, segment: UInt64,
    pairs: PairRule = .standard
  ) throws -> InvertedIndex {
    let buffer = InvertedBuffer(fields: fields)
    for (number, document) in documents.enumerated() {
      for (field, description) in fields.enumerated() {
        for value in document[description.name, default: []] {
          add(value, to: buffer, document: UInt32(number), field: field)
        }
      }
    }
    let files = SegmentFiles(directory, segment: segment)
    let count = documents.count
    try InvertedFlush.write([buffer], to: files, documentCount: count)
    try PhraseIndexWriter(files, fields: fields, documentCount: count, rule: pairs)?.write()
    return try InvertedIndex(files: files, fields: fields, documentCount: count)
  }

  static func add(_ tokens: [String], to buffer: InvertedBuffer, document: UInt32, field: Int) {
    var text: [UInt8] = []
    let spans = tokens.map { token in
      let start = UInt32(text.count)
      text.append(contentsOf: token.utf8)
      defer { text.append(UInt8(ascii: " ")) }
      return TokenSpan(start: start, end: UInt32(text.count))
    }
    text.withUnsafeBufferPointer { text in
      spans.withUnsafeBufferPointer {
        buffer.add(document: document, field: field, utf8: text, tokens: $0)
      }
    }
  }

  /// The hits as (number over all segments, score).
  func global(_ hits: [Hit]) -> [Found] {
    hits.map { hit in
      let base = segments[..<hit.segment].reduce(0) { $0 + $1.index.documentCount }
      return Found(document: base + Int(hit.document), score: hit.score)
    }
  }

  struct Found: Equatable {
    var document: Int
    var score: Double
  }
}
