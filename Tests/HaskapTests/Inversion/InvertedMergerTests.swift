import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct InvertedMergerTests {
  /// Merging gives, byte for byte, the segment that the remaining documents give when they are
  /// added afresh; only the average length is an estimate where documents were dropped.
  @Test(arguments: [1, 2] as [UInt64]) func equalsAFreshSegment(seed: UInt64) throws {
    var corpus = OracleCorpus(seed: seed, words: 50)
    let documents = (0..<420).map { _ in corpus.document(longest: 600) }
    let isLive = documents.map { _ in Int.random(in: 0..<4, using: &corpus.random) > 0 }
    for isLive in [documents.map { _ in true }, isLive] {
      let merged = try merge(documents, sizes: [200, 0, 220], isLive: isLive)
      let folder = TemporaryFolder()
      let remaining = zip(documents, isLive).filter(\.1).map(\.0)
      let fresh = try SearchFixture.write(
        remaining, IndexDirectory(path: folder.path), segment: 1)
      try check(merged, fresh, sameAverage: !isLive.contains(false))
    }
  }

  private func merge(
    _ documents: [OracleDocument], sizes: [Int], isLive: [Bool]
  ) throws -> InvertedIndex {
    let fixture = try SearchFixture(documents, sizes: sizes)
    var parts: [(InvertedIndex, DocumentMap)] = []
    var first = 0
    var base: UInt32 = 0
    for (segment, size) in zip(fixture.segments, sizes) {
      let start = first
      let stays = isLive[start..<start + size].allSatisfy { $0 }
      let map = DocumentMap(
        base: base, documentCount: size, isLive: stays ? nil : { isLive[start + $0] })
      parts.append((segment.index, map))
      base += UInt32(map.count)
      first += size
    }
    let files = SegmentFiles(IndexDirectory(path: fixture.folder.path), segment: 99)
    try InvertedMerger.merge(parts, to: files)
    return try InvertedIndex(
      files: files, fields: SearchFixture.fields, documentCount: Int(base))
  }

  private func check(_ merged: InvertedIndex, _ fresh: InvertedIndex, sameAverage: Bool) throws {
    for field in SearchFixture.fields.indices {
      let statistics = (merged.places[field].statistics, fresh.places[field].statistics)
      #expect(statistics.0.documentCount == statistics.1.documentCount)
      #expect(!sameAverage || statistics.0 == statistics.1)
      let codes = try (merged.lengthCodes(field: field), fresh.lengthCodes(field: field))
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
    let map = DocumentMap(base: 0, documentCount: index.documentCount)
    let source = try FieldSource(index, map, field: field)
    let codes = try index.lengthCodes(field: field)
    var lists: [[UInt32]] = [[], [], []]
    try RunReader().read(info, source) { run in
      let room = UnsafeBufferPointer(start: run.documents, count: run.count)
      lists[0] += room
      lists[1] += UnsafeBufferPointer(start: run.frequencies, count: run.count)
      guard let place = run.positions else { return }
      let count = (0..<run.count).reduce(0) { $0 + Int(run.frequencies[$1]) }
      lists[2] += [UInt32](unsafeUninitializedCapacity: count) { target, length in
        length = PositionsReader.read(
          place.lows, documents: run.documents, frequencies: run.frequencies, count: run.count,
          codes: codes, into: target.baseAddress!)
      }
    }
    return lists
  }
}
