/// For every segment a set of its documents, as bits in 64-bit words, lowest first.
public final class DocumentSets: Hashable, Sendable {
  public let words: [[UInt64]]

  public init(words: [[UInt64]]) { self.words = words }

  public static func == (left: DocumentSets, right: DocumentSets) -> Bool { left === right }

  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension DocumentSets {
  var count: Int { words.reduce(0) { $0 + $1.reduce(0) { $0 + $1.nonzeroBitCount } } }

  /// Calls `body` with each document of a segment's set, in ascending order.
  @inline(__always)
  func forEach(
    inSegment segment: Int, below documentCount: Int, _ body: (Int) throws -> Void
  ) rethrows {
    guard words.indices.contains(segment) else { return }
    for (index, word) in words[segment].enumerated() where index &* 64 < documentCount {
      try Bits.forEach(of: word & Bits.first(documentCount &- index &* 64)) {
        try body(index &* 64 &+ $0)
      }
    }
  }

  func contains(_ document: Int, _ segment: Int) -> Bool {
    guard words.indices.contains(segment), words[segment].indices.contains(document >> 6) else {
      return false
    }
    return words[segment][document >> 6] & 1 << UInt64(document & 63) != 0
  }

  package var isEmpty: Bool { words.allSatisfy { $0.allSatisfy { $0 == 0 } } }

  package func isDisjoint(with other: DocumentSets) -> Bool {
    zip(words, other.words).allSatisfy { zip($0, $1).allSatisfy { $0 & $1 == 0 } }
  }

  /// All documents with their segments, in ascending order.
  package var places: [(segment: Int, document: Int)] {
    words.indices.flatMap { segment in
      var places: [(segment: Int, document: Int)] = []
      forEach(inSegment: segment, below: .max) { places.append((segment, $0)) }
      return places
    }
  }
}
