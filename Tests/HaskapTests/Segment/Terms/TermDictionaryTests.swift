import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct TermDictionaryTests {
  private static let options = PostingsOptions()

  /// A dictionary of these terms; the n-th has document frequency n + 1.
  private func dictionary(_ terms: [[UInt8]], _ folder: TemporaryFolder) throws -> TermDictionary {
    let files = SegmentFiles(IndexDirectory(path: folder.path), segment: 1)
    let writer = try files.writer(.terms)
    let dictionary = TermDictionaryWriter(writer, options: Self.options)
    var offset = 100
    for (number, term) in terms.enumerated() {
      let info = Self.info(number, offset: offset)
      try term.withUnsafeBytes { try dictionary.append($0, info) }
      offset = info.postings.upperBound
    }
    let place = try dictionary.finish()
    try files.finish(writer)
    return TermDictionary(file: try files.mapped(.terms), options: Self.options, place: place)
  }

  private static func info(_ number: Int, offset: Int) -> TermInfo {
    TermInfo(
      documentFrequency: number + 1, totalFrequency: 3 * number + 1,
      postings: offset..<offset + number % 7, positions: offset..<offset + number % 7,
      number: number)
  }

  private func terms(_ count: Int) -> [[UInt8]] {
    var corpus = OracleCorpus(seed: 9, words: 40)
    var all: Set<[UInt8]> = [[], [0], [0, 0], [255]]
    while all.count < count {
      let term = corpus.words(Int.random(in: 1...3, using: &corpus.random)).joined()
      all.insert(Array("\(term)\(all.count % 97)".utf8))
    }
    return all.sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test(arguments: [1, 15, 16, 17, 700]) func everyTermIsFound(count: Int) throws {
    let folder = TemporaryFolder()
    let terms = Array(terms(700).prefix(count))
    let dictionary = try dictionary(terms, folder)
    var offset = 100
    for (number, term) in terms.enumerated() {
      let expected = Self.info(number, offset: offset)
      offset = expected.postings.upperBound
      #expect(try term.withUnsafeBytes { try dictionary.find($0) } == expected)
      let other = term + [1]
      guard !terms.contains(other) else { continue }
      #expect(try other.withUnsafeBytes { try dictionary.find($0) } == nil)
    }
  }

  @Test func aCursorGivesAllTermsFromAnyOneOn() throws {
    let folder = TemporaryFolder()
    let terms = terms(300)
    let dictionary = try dictionary(terms, folder)
    for start in [[], [0], Array("の".utf8), Array("東京".utf8), [255, 255], terms[200]] {
      var cursor = try start.withUnsafeBytes { try dictionary.cursor(from: $0) }
      var found: [[UInt8]] = []
      while try cursor.advance() { found.append(cursor.term) }
      #expect(found == terms.filter { !$0.lexicographicallyPrecedes(start) })
    }
  }
}
