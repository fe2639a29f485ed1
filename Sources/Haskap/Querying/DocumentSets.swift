/// For every segment a set of its documents, as bits in 64-bit words, lowest first.
public final class DocumentSets: Hashable, Sendable {
  public let words: [[UInt64]]

  public init(words: [[UInt64]]) { self.words = words }

  public static func == (left: DocumentSets, right: DocumentSets) -> Bool { left === right }

  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension DocumentSets {
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
