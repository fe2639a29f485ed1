import HaskapTestSupport
import Testing

@testable import Haskap
@testable import HaskapText

@Suite struct BoundariesTests {
  @Test func gramsOfAText() {
    let cutter = GramCutter()
    cutter.cut(UnitTests.cut("a東|é𠮷"))
    let text = Array("a東é𠮷".utf8)
    let grams = cutter.grams.map {
      String(decoding: text[Int($0.start)..<Int($0.end)], as: UTF8.self)
    }
    #expect(grams == ["a東", "東é", "é𠮷", "𠮷"])
    #expect(cutter.boundaries.count == 5)
    #expect(cutter.boundaries.words[0] == 0b10101)
  }

  @Test func gramsOfShortTexts() {
    let cutter = GramCutter()
    cutter.cut(UnitTests.cut("京"))
    #expect(cutter.grams.map(\.end) == [3])
    #expect(cutter.boundaries.words[0] == 0b11)
    cutter.cut(AnalyzedText())
    #expect(cutter.grams.isEmpty)
    #expect(cutter.boundaries.count == 1)
  }

  /// Every bit comes back, over texts shorter and longer than a word of 64 bits.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var corpus = UnitCorpus(seed: seed, alphabet: "の東京aé𠮷")
    let documents = (0..<40).map { _ in corpus.document(longest: 400) }
    let fixture = try UnitFixture(documents, sizes: [40])
    let boundaries = try #require(fixture.segments[0].boundaries)
    for (field, name) in UnitFixture.names.enumerated() {
      let read = try boundaries.field(field)
      for (number, document) in documents.enumerated() {
        let values = (document[name] ?? []).map(CutText.init).filter { !$0.scalars.isEmpty }
        let expected = values.flatMap { value in
          (0...value.scalars.count).map { value.boundaries.contains($0) }
        }
        let bits = try read.bits(of: number)
        #expect(bits.count == (expected.count + 7) / 8 * 8, "seed \(seed)")
        let found = expected.indices.map { bits.pattern(at: $0, width: 1) == 1 }
        #expect(found == expected, "seed \(seed), document \(number)")
        #expect(bits.pattern(at: bits.count, width: 1) == nil)
      }
    }
  }

  /// A flipped byte anywhere is an error, never another answer.
  @Test func damageIsFound() throws {
    let documents = (0..<20).map { _ in ["body": [UnitTests.cut("東京|都")]] as UnitDocument }
    let fixture = try UnitFixture(documents, sizes: [20])
    let path = "\(fixture.folder.path)/1.boundaries"
    let intact = contents(of: path)
    let record = FileRecord(
      name: "1.boundaries", length: intact.count,
      checksum: intact.suffix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) })
    for place in intact.indices {
      var damaged = intact
      damaged[place] ^= 0x10
      write(damaged, to: path)
      #expect(throws: FormatError.self, "byte \(place)") {
        let files = SegmentFiles(
          IndexDirectory(path: fixture.folder.path), segment: 1, records: [.boundaries: record])
        let boundaries = try Boundaries(files, fieldCount: 2, documentCount: 20)
        for document in 0..<20 { _ = try boundaries.field(1).bits(of: document) }
      }
    }
  }
}
