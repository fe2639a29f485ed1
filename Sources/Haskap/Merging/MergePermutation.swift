/// The documents that a merge keeps, in the order of their new numbers: those of each segment
/// after those of the segments before, or all of them as a permutation says.
struct MergePermutation {
  let count: Int
  /// Of each segment.
  let maps: [DocumentIDMap]
  /// By new number: the segment above, the old number below. Nil when the segments follow each
  /// other in their order.
  private let places: [UInt64]?

  /// Whether the segments follow each other, each in its own order.
  var isSequential: Bool { places == nil }

  init(_ parts: [Segment]) {
    self.init(
      parts.map { part in
        (part.documentCount, part.deletions.map { deletions in { !deletions.contains($0) } })
      })
  }

  /// - Parameter parts: of each segment the number of its documents, and for every document whether
  ///   it stays; nil when all do.
  init(_ parts: [(documentCount: Int, isLive: ((Int) -> Bool)?)]) {
    var base: UInt32 = 0
    maps = parts.map { part in
      let map = DocumentIDMap(base: base, documentCount: part.documentCount, isLive: part.isLive)
      base += UInt32(map.count)
      return map
    }
    places = nil
    count = Int(base)
  }

  /// - Parameter numbers: the newer number for each number in the other order.
  init(_ order: MergePermutation, renumbered numbers: [UInt32]) {
    count = order.count
    maps = order.maps.map { DocumentIDMap($0, renumbered: numbers) }
    var places = [UInt64](repeating: 0, count: count)
    for (part, map) in maps.enumerated() {
      for document in 0..<map.documentCount {
        if let number = map[UInt32(document)] {
          places[Int(number)] = UInt64(part) << 32 | UInt64(document)
        }
      }
    }
    self.places = places
  }

  /// Calls `body` with each segment's place and the old number of each document.
  func forEachDocument(_ body: (_ part: Int, _ document: Int) throws -> Void) rethrows {
    if let places {
      for place in places { try body(Int(place >> 32), Int(place & 0xFFFF_FFFF)) }
      return
    }
    for (part, map) in maps.enumerated() {
      for document in 0..<map.documentCount where map.keepsAll || map[UInt32(document)] != nil {
        try body(part, document)
      }
    }
  }
}
