import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct InvertedMergerTests {
  /// Merging gives, byte for byte, the segment that the remaining documents give when they are
  /// added afresh; where documents were dropped, the average length is an estimate and the bytes of
  /// what depends on it may differ.
  @Test(arguments: [1, 2] as [UInt64]) func equalsAFreshSegment(seed: UInt64) throws {
    var corpus = OracleCorpus(seed: seed, words: 50)
    let documents = (0..<420).map { _ in corpus.document(longest: 600) }
    let isLive = documents.map { _ in Int.random(in: 0..<4, using: &corpus.random) > 0 }
    let sizes = [200, 0, 220]
    for isLive in [documents.map { _ in true }, isLive] {
      let fixture = try SearchFixture(documents, sizes: sizes)
      let maps = maps(sizes, isLive)
      let remaining = zip(documents, isLive).filter(\.1).map(\.0)
      try check(fixture, maps, remaining, isLive)
      let order = remaining.indices.shuffled(using: &corpus.random)
      var numbers = [UInt32](repeating: 0, count: order.count)
      for (number, document) in order.enumerated() { numbers[document] = UInt32(number) }
      try check(
        fixture, maps.map { DocumentIDMap($0, renumbered: numbers) }, order.map { remaining[$0] },
        isLive)
    }
  }

  /// Terms that are frequent enough to have ceilings, which are those of a fresh segment too.
  @Test func equalsAFreshSegmentOfManyDocuments() throws {
    var corpus = OracleCorpus(seed: 7, words: 12)
    let documents = (0..<2700).map { _ in corpus.document(longest: 200) }
    let frequent = documents.count { $0["body", default: []].joined().contains("の") }
    #expect(frequent > BlockMaximaLayout.scoredWhole(of: documents.count))
    let sizes = [900, 1800]
    let isLive = documents.map { _ in true }
    let fixture = try SearchFixture(documents, sizes: sizes)
    let maps = maps(sizes, isLive)
    try check(fixture, maps, documents, isLive)
    let reversed = (0..<2700).reversed().map { UInt32($0) }
    try check(
      fixture, maps.map { DocumentIDMap($0, renumbered: reversed) }, documents.reversed(), isLive)
  }

  private func maps(_ sizes: [Int], _ isLive: [Bool]) -> [DocumentIDMap] {
    var (first, base) = (0, UInt32(0))
    return sizes.map { size in
      let live = Array(isLive[first..<first + size])
      let map = DocumentIDMap(
        base: base, documentCount: size, isLive: live.contains(false) ? { live[$0] } : nil)
      (first, base) = (first + size, base + UInt32(map.count))
      return map
    }
  }

  /// Merging the segments of the fixture gives the same as the expected documents.
  private func check(
    _ fixture: SearchFixture, _ maps: [DocumentIDMap], _ expected: [OracleDocument],
    _ isLive: [Bool]
  ) throws {
    let target = TemporaryFolder()
    let files = SegmentFiles(IndexDirectory(path: target.path), segment: 99)
    try InvertedMerger.merge(Array(zip(fixture.segments.map(\.index), maps)), to: files)
    let merged = try InvertedIndex(
      files: files, fields: SearchFixture.fields, documentCount: expected.count)
    let folder = TemporaryFolder()
    let fresh = try SearchFixture.write(expected, IndexDirectory(path: folder.path), segment: 1)
    try check(merged, fresh, sameAverage: !isLive.contains(false))
    for (merged, fresh) in [(merged.postings, fresh.postings), (merged.positions, fresh.positions)]
    where !isLive.contains(false) {
      #expect(merged.body == fresh.body)
      #expect(try merged.verified(merged.body).elementsEqual(fresh.verified(fresh.body)))
    }
  }

  private func check(_ merged: InvertedIndex, _ fresh: InvertedIndex, sameAverage: Bool) throws {
    for field in SearchFixture.fields.indices {
      let statistics = (merged.places[field].statistics, fresh.places[field].statistics)
      #expect(statistics.0.documentCount == statistics.1.documentCount)
      #expect(!sameAverage || statistics.0 == statistics.1)
      let codes = try (merged.fieldNorms(field: field), fresh.fieldNorms(field: field))
      #expect((0..<fresh.documentCount).allSatisfy { codes.0[$0] == codes.1[$0] })
      var cursors = try (
        merged.dictionaries[field].cursor(), fresh.dictionaries[field].cursor()
      )
      while try cursors.1.advance() {
        #expect(try cursors.0.advance())
        #expect(cursors.0.term == cursors.1.term)
        let lists = try (
          list(cursors.0.info, merged, field), list(cursors.1.info, fresh, field)
        )
        #expect(lists.0 == lists.1)
      }
      #expect(try !cursors.0.advance())
    }
  }

  /// Documents, frequencies and positions of a term.
  private func list(_ info: TermInfo, _ index: InvertedIndex, _ field: Int) throws -> [[UInt32]] {
    let map = DocumentIDMap(base: 0, documentCount: index.documentCount)
    let source = try FieldSource(index, map, field: field)
    let codes = try index.fieldNorms(field: field)
    var lists: [[UInt32]] = [[], [], []]
    try RunReader().read(info, source) { run in
      let room = UnsafeBufferPointer(start: run.documents, count: run.count)
      lists[0] += room
      lists[1] += UnsafeBufferPointer(start: run.frequencies, count: run.count)
      guard index.fields[field].positions else { return }
      let count = (0..<run.count).reduce(0) { $0 + Int(run.frequencies[$1]) }
      lists[2] += [UInt32](unsafeUninitializedCapacity: count) { target, length in
        length = PositionsReader.read(
          run.positions.lows, documents: run.documents, frequencies: run.frequencies,
          count: run.count,
          codes: codes, into: target.baseAddress!)
      }
    }
    return lists
  }
}
