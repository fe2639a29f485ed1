/// Brings the documents of a term in the order of their new numbers, where these do not ascend
/// like the old ones.
final class RunSorter {
  /// The new number above, the place among the added ones below.
  private var keys: [UInt64] = []
  private var frequencies: [UInt32] = []
  private var places: [PositionsPlace] = []
  private let codes: UnsafePointer<UInt8>

  /// - Parameter codes: of the field's length in every document, by new numbers.
  init(codes: UnsafePointer<UInt8>) { self.codes = codes }

  func append(_ run: PostingsRun) {
    var place = run.positions
    for index in 0..<run.count {
      let (document, frequency) = (run.documents[index], run.frequencies[index])
      keys.append(UInt64(document) << 32 | UInt64(keys.count))
      frequencies.append(frequency)
      places.append(place)
      let width = FieldLength.highBits(codes[Int(document)])
      place.advance(occurrences: Int(frequency), bits: Int(frequency) &* Int(width))
    }
  }

  /// Gives all that was added, document by document, and forgets it.
  func takeSorted(_ body: (PostingsRun) throws -> Void) rethrows {
    keys.sort()
    try keys.withUnsafeBufferPointer { keys in
      try frequencies.withUnsafeBufferPointer { frequencies in
        try places.withUnsafeBufferPointer { places in
          for key in keys { try give(key, frequencies, places, body) }
        }
      }
    }
    keys.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  private func give(
    _ key: UInt64, _ frequencies: UnsafeBufferPointer<UInt32>,
    _ places: UnsafeBufferPointer<PositionsPlace>, _ body: (PostingsRun) throws -> Void
  ) rethrows {
    guard let start = frequencies.baseAddress else { return }
    let index = Int(key & 0xFFFF_FFFF)
    try withUnsafePointer(to: UInt32(key >> 32)) {
      try body(
        PostingsRun(
          documents: $0, frequencies: start + index, count: 1,
          positions: places[index]))
    }
  }
}
