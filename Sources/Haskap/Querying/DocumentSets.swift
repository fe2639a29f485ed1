/// For every segment a set of its documents, as bits in 64-bit words, lowest first.
public final class DocumentSets: Hashable, Sendable {
  public let words: [[UInt64]]

  public init(words: [[UInt64]]) { self.words = words }

  public static func == (left: DocumentSets, right: DocumentSets) -> Bool { left === right }

  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension DocumentSets {
  /// How many documents there are in all segments.
  public var count: Int { words.reduce(0) { $0 + $1.reduce(0) { $0 + $1.nonzeroBitCount } } }

  /// - Parameters:
  ///   - document: its number in the segment.
  public func contains(_ document: Int, inSegment segment: Int) -> Bool {
    guard words.indices.contains(segment), words[segment].indices.contains(document >> 6) else {
      return false
    }
    return words[segment][document >> 6] >> UInt64(document & 63) & 1 == 1
  }

  /// Calls `body` with each document of a segment's set, in ascending order.
  func forEach<Failure>(
    inSegment segment: Int, below documentCount: Int, _ body: (Int) throws(Failure) -> Void
  ) throws(Failure) {
    guard words.indices.contains(segment) else { return }
    for (index, word) in words[segment].enumerated() {
      var rest = word
      while rest != 0 {
        let document = index &* 64 &+ rest.trailingZeroBitCount
        guard document < documentCount else { return }
        try body(document)
        rest &= rest &- 1
      }
    }
  }
}
