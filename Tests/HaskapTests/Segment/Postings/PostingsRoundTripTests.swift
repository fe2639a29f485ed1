import HaskapTestSupport
import Testing

@testable import Haskap

/// A term comes back from its bytes whatever its blocks are like.
@Suite struct PostingsRoundTripTests {
  private let options = PostingsOptions()
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
        Array(sink.bytes), documents, frequencies,
        "round \(round), seed \(seed)")
      reader(Array(sink.bytes), documents) { reader in
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
      let ceilings = BlockMaximaEncoder(
        options: options, norms: codes.baseAddress.unsafelyUnwrapped, documentCount: documentCount,
        saturations: saturations)
      documents.withUnsafeBufferPointer {
        PostingsEncoder(options: options, ceilings: ceilings).encode(
          $0, frequencies: frequencies, positionEnds: positionEnds, to: sink)
      }
    }
  }

  private func reader(
    _ bytes: [UInt8], _ documents: [UInt32], _ body: (PostingsReader) -> Void
  ) {
    let info = TermInfo(documentFrequency: documents.count, totalFrequency: 0, postings: 0..<0)
    (bytes + [UInt8](repeating: 0, count: 64)).withUnsafeBytes {
      body(
        PostingsReader(
          $0, info: info, options: options, documentCount: documentCount))
    }
  }

  private func check(
    _ bytes: [UInt8], _ documents: [UInt32], _ frequencies: [UInt32],
    _ note: Comment
  ) {
    reader(bytes, documents) { reader in
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
