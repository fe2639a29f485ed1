import HaskapTestSupport
import Testing

@testable import Haskap

/// A term comes back from its bytes in every version of the format.
@Suite struct PostingsVersionTests {
  private let field = InvertedField(name: "body")
  private let documentCount = 61_000

  /// Packed blocks, sets of bits, runs, and gaps and frequencies that differ much.
  @Test func everyKindOfBlockComesBack() {
    let seed: UInt64 = 20_261_122
    var random = SplitMix(seed: seed)
    for round in 0..<60 {
      var next: UInt32 = 0
      var documents: [UInt32] = []
      while documents.count < 1500, next < documentCount - 2000 {
        let spread: UInt32 = [1, 2, 9, 60, 300].randomElement(using: &random) ?? 1
        for _ in 0..<Int.random(in: 1...300, using: &random) where next < documentCount - 2000 {
          next += UInt32.random(in: 1...spread, using: &random)
          if Int.random(in: 0..<40, using: &random) == 0 { next += 1500 }
          documents.append(next)
        }
      }
      let frequencies = documents.map { _ -> UInt32 in
        Int.random(in: 0..<30, using: &random) == 0
          ? .random(in: 1...5000, using: &random) : .random(in: 1...4, using: &random)
      }
      let ends = documents.indices.dropLast(documents.count % 128).filter { $0 % 128 == 127 }
        .map { UInt32($0 * 700) }
      let sink = ByteSink()
      encode(documents, frequencies, ends, to: sink)
      check(
        Array(sink.bytes), documents, frequencies, version: FileKind.postings.version,
        "round \(round), seed \(seed)")
      reader(Array(sink.bytes), documents, version: FileKind.postings.version) { reader in
        #expect(
          (0..<reader.blockCount).allSatisfy { reader.positionsStart(ofBlock: $0 + 1) == ends[$0] })
      }
    }
  }

  private func encode(
    _ documents: [UInt32], _ frequencies: [UInt32], _ positionEnds: [UInt32], to sink: ByteSink
  ) {
    let codes = [UInt8](repeating: 9, count: documentCount)
    let saturations = BM25().saturations(averageLength: 9, norms: true)
    codes.withUnsafeBufferPointer { codes in
      let ceilings = CeilingsEncoder(
        field: field, norms: codes.baseAddress.unsafelyUnwrapped, documentCount: documentCount,
        saturations: saturations)
      documents.withUnsafeBufferPointer {
        PostingsEncoder(field: field, ceilings: ceilings).encode(
          $0, frequencies: frequencies, positionEnds: positionEnds, to: sink)
      }
    }
  }

  /// Before version 4 the numbers of the blocks are words, and exceptions, of frequencies alone, have
  /// varints; before version 3 there are no thresholds behind the ceilings, and the head of version
  /// 1 has impacts in two places instead of ceilings.
  @Test(arguments: [1, 2, 3] as [UInt32]) func earlierVersionsAreRead(version: UInt32) {
    let documents = (0..<3000).map { UInt32($0 * 20 + $0 / 700) }
    let frequencies = documents.map { $0 % 7 + 1 + ($0 % 31 == 0 ? 3000 : 0) }
    let bytes = written(documents, frequencies, version: version)
    check(bytes, documents, frequencies, version: version, "version \(version)")
    reader(bytes, documents, version: version) { reader in
      #expect((reader.ceilings == nil) == (version == 1))
      #expect((reader.ceilings?.reached(by: 10) ?? 0) == (version == 3 ? 0xEEEE : 0))
      #expect((0..<23).allSatisfy { reader.positionsStart(ofBlock: $0 + 1) == 1000 * ($0 + 1) })
    }
  }

  /// The same in the words of an earlier version; ceilings and impacts say nothing.
  private func written(_ documents: [UInt32], _ frequencies: [UInt32], version: UInt32) -> [UInt8] {
    let (lasts, ends, positions, head, data) = (
      ByteSink(), ByteSink(), ByteSink(), ByteSink(), ByteSink()
    )
    var frequencyCodes: [UInt8] = []
    let blocks = documents.count / 128
    for block in 0..<blocks {
      let range = 128 * block..<128 * block + 128
      let gaps = range.map { documents[$0] - ($0 == 0 ? 0 : documents[$0 - 1] + 1) }
      BitPacking.pack(gaps, width: 5, into: data.extend(by: 16 * 5))
      let less = range.map { frequencies[$0] - 1 }
      BitPacking.pack(less, width: 3, into: data.extend(by: 16 * 3))
      let exceptions = less.indices.filter { less[$0] >> 3 > 0 }
      frequencyCodes.append(3 | UInt8(exceptions.count) << 5)
      for index in exceptions {
        data.append(UInt8(index))
        data.appendVarint(UInt64(less[index] >> 3))
      }
      lasts.append(documents[range.upperBound - 1])
      ends.append(UInt32(data.count))
      positions.append(UInt32(1000 * (block + 1)))
    }
    for part in [lasts, ends, positions] { head.append(part.bytes) }
    func fill(_ count: Int) { for _ in 0..<count { head.append(0xEE as UInt8) } }
    if version == 1 { fill(2 * blocks) }
    for _ in 0..<blocks { head.append(5 as UInt8) }
    for code in frequencyCodes { head.append(code) }
    let layout = CeilingsLayout(
      documentFrequency: documents.count, documentCount: documentCount, field: field)
    fill(version == 1 ? 2 : layout?.byteCount(hasThresholds: version == 3) ?? 0)
    head.append(data.bytes)
    for index in 128 * blocks..<documents.count {
      let gap = UInt64(documents[index] - documents[index - 1] - 1)
      head.appendVarint(gap << 1 | (frequencies[index] == 1 ? 1 : 0))
      if frequencies[index] > 1 { head.appendVarint(UInt64(frequencies[index])) }
    }
    return Array(head.bytes)
  }

  private func reader(
    _ bytes: [UInt8], _ documents: [UInt32], version: UInt32, _ body: (PostingsReader) -> Void
  ) {
    let info = TermInfo(documentFrequency: documents.count, totalFrequency: 0, postings: 0..<0)
    (bytes + [UInt8](repeating: 0, count: 64)).withUnsafeBytes {
      body(
        PostingsReader(
          $0, info: info, field: field, documentCount: documentCount, version: version))
    }
  }

  private func check(
    _ bytes: [UInt8], _ documents: [UInt32], _ frequencies: [UInt32], version: UInt32,
    _ note: Comment
  ) {
    reader(bytes, documents, version: version) { reader in
      var found: (documents: [UInt32], frequencies: [UInt32]) = ([], [])
      let cache = BlockCache()
      for block in 0..<reader.allBlocks {
        cache.loadDocuments(reader, block: block)
        cache.loadFrequencies(reader, block: block)
        for index in 0..<cache.count {
          found.documents.append(cache.documents[index])
          found.frequencies.append(cache.frequencies[index])
          #expect(
            reader.frequency(ofBlock: block, at: index) == cache.frequencies[index], note)
        }
      }
      #expect(found.documents == documents, note)
      #expect(found.frequencies == frequencies, note)
    }
  }
}
