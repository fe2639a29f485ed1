/// All documents of a term that has few, with their scores.
struct ScoredDocuments {
  let documents: UnsafeMutablePointer<UInt32>
  let scores: UnsafeMutablePointer<UInt32>
  let count: Int

  init(_ reader: PostingsReader, _ scorer: TermScorer, _ memory: SearchMemory) {
    count = reader.documentFrequency
    let length = BitPacking.blockLength
    let room = reader.allBlocks * length + 8
    documents = memory.take(2 * room)
    scores = documents + room
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: length + 8) { frequencies in
      guard let frequencies = frequencies.baseAddress else { return }
      for block in 0..<reader.allBlocks {
        let start = block &* length
        let count = reader.decode(
          block: block, documents: documents + start, frequencies: frequencies)
        scorer.score(documents + start, frequencies, count: count, into: scores + start)
      }
    }
  }

  func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    ceilings.update(repeating: 0, count: grid.count)
    // The highest so far is not read back from memory for each document.
    var (cell, highest) = (0, UInt32(1))
    for index in 0..<count {
      let next = Int(documents[index]) &>> grid.bits
      highest = max(next == cell ? highest : 1, scores[index])
      cell = next
      ceilings[cell] = highest
    }
  }

  /// The indices of a window's documents.
  @inline(__always)
  func indices(_ window: Window) -> Range<Int> {
    let first = index(from: window.start, in: 0..<count)
    return first..<index(from: window.end, in: first..<count)
  }

  private func index(from document: Int, in range: Range<Int>) -> Int {
    var low = range.lowerBound
    var length = range.count
    while length > 0 {
      let half = (length &+ 1) &>> 1
      low &+= Int(documents[low &+ half &- 1]) < document ? half : 0
      length &-= half
    }
    return low
  }
}
