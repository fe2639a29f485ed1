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
  func forEach(inSegment segment: Int, below documentCount: Int, _ body: (Int) -> Void) {
    guard words.indices.contains(segment) else { return }
    for (index, word) in words[segment].enumerated() {
      Bits.forEach(of: word) { bit in
        let document = index &* 64 &+ bit
        if document < documentCount { body(document) }
      }
    }
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
