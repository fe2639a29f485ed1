/// Reading where the phrase occurs in documents that `match` has left.
extension PhraseMatcher {
  /// - Parameter wanted: documents of the window that the last `match` left and counted.
  func begin(_ window: Window, reading wanted: Bits.Words) {
    reading.start = window.start
    reading.next = 0
    reading.wanted.update(from: wanted, count: window.wordCount)
  }

  /// Adds the occurrences of the wanted documents to the batch, from the last one read on until the
  /// batch is full; false when there are no more.
  func read(into batch: inout OccurrenceBatch) throws -> Bool {
    guard reading.next < count else { return false }
    while reading.next < count && !batch.isFull {
      let index = reading.next
      if Bits.contains(Int(candidates[index]), in: reading.wanted) { try read(index, into: &batch) }
      reading.next &+= 1
    }
    return true
  }

  @inline(__always)
  private func read(_ index: Int, into batch: inout OccurrenceBatch) throws {
    let document = UInt32(truncatingIfNeeded: reading.start) &+ candidates[index]
    var match = matches[index]
    guard isCertain(match) else {
      let starts = try singleStarts(in: document)
      batch.extend(by: starts.count).update(from: starts, count: starts.count)
      return batch.add(document, count: starts.count)
    }
    let slice = terms[0].slice(&match.first, width: Int(match.width))
    let starts = batch.extend(by: slice.count)
    slice.read(minus: terms[0].offset, into: starts)
    var kept = 0
    for position in 0..<slice.count {
      starts[kept] = starts[position]
      kept &+= Int(truncatingIfNeeded: match.starts &>> UInt64(position) & 1)
    }
    batch.add(document, count: kept)
  }
}
