/// All documents of a term that has few, with their scores.
final class ScoredDocuments {
  let documents: UnsafeMutablePointer<UInt32>
  let scores: UnsafeMutablePointer<UInt32>
  let count: Int
  /// Where each cell's documents begin, and the last one's end; the logarithm of a cell's length.
  private var cellStarts: [UInt16] = []
  private var cellBits = 0

  init(_ reader: PostingsReader, _ scorer: TermScorer) {
    count = reader.documentFrequency
    let length = BitPacking.blockLength
    documents = .allocate(capacity: reader.allBlocks * length + 8)
    scores = .allocate(capacity: reader.allBlocks * length + 8)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: length + 8) { frequencies in
      guard let frequencies = frequencies.baseAddress else { return }
      for block in 0..<reader.allBlocks {
        let start = block &* length
        let count = reader.decodeDocuments(ofBlock: block, into: documents + start)
        reader.decodeFrequencies(ofBlock: block, into: frequencies)
        scorer.score(documents + start, frequencies, count: count, into: scores + start)
      }
    }
  }

  deinit {
    documents.deallocate()
    scores.deallocate()
  }

  func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    ceilings.update(repeating: 0, count: grid.count)
    for index in 0..<count {
      let cell = Int(documents[index]) &>> grid.bits
      ceilings[cell] = max(ceilings[cell], scores[index], 1)
    }
  }

  /// Prepares for `forEach`.
  func findCells(_ grid: WindowGrid) {
    cellBits = grid.bits
    cellStarts = [UInt16](unsafeUninitializedCapacity: grid.count + 1) { starts, initialized in
      var next = 0
      for index in 0..<count {
        let cell = Int(documents[index]) &>> grid.bits
        while next <= cell {
          starts[next] = UInt16(truncatingIfNeeded: index)
          next &+= 1
        }
      }
      while next <= grid.count {
        starts[next] = UInt16(truncatingIfNeeded: count)
        next &+= 1
      }
      initialized = next
    }
  }

  /// Gives the index and the place in the window of every document in these words of the window.
  @inline(__always)
  func forEach(_ window: Window, words: UInt64, _ body: (Int, Int) -> Void) {
    cellStarts.withUnsafeBufferPointer { starts in
      Bits.forEach(of: words) { word in
        let cell = (window.start &+ word &* 64) &>> cellBits
        for index in Int(starts[cell])..<Int(starts[cell &+ 1]) {
          let place = Int(documents[index]) &- window.start
          if place &>> 6 == word { body(index, place) }
        }
      }
    }
  }
}
