/// Decides which segments are joined, so that their number grows with the logarithm of the number
/// of documents and each document is rewritten a logarithmic number of times.
///
/// A segment's level is the logarithm of its documents to the base of `width`. As soon as
/// `width` are on one level with none of a higher level between, they become one segment of a higher
/// level, with smaller ones between them.
enum MergePolicy {
  static let width = 8
  /// Segments below this many documents are all on the lowest level.
  static let smallest = 1024
  /// No merge makes a file of a segment larger, or gives it more documents: the format has numbers
  /// for 4 GiB of the terms, the postings and the boundaries of a field, and for 2^32 documents.
  static let largest = (bytes: 3 << 30, documents: 1 << 30)

  /// The segments to be joined next; nil when all is well.
  static func next(_ segments: [SegmentRecord]) -> Range<Int>? {
    if let wasteful = segments.firstIndex(where: { $0.deletedCount * 2 > $0.documentCount }) {
      return wasteful..<wasteful + 1
    }
    let levels = segments.map(level)
    for top in Set(levels).sorted() {
      var start = 0
      var count = 0
      for (index, level) in levels.enumerated() {
        if level > top { (start, count) = (index + 1, 0) }
        if level == top { count += 1 }
        if count == width, let range = firstFitting(segments, in: start..<index + 1) {
          return range
        }
      }
    }
    return nil
  }

  /// The segments in runs that one segment each can hold, for a merge of all of them.
  static func runs(of segments: [SegmentRecord]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < segments.count {
      let end = end(of: segments, from: start, before: segments.count)
      runs.append(start..<end)
      start = end
    }
    return runs
  }

  /// The first run of two segments or more that one segment can hold.
  private static func firstFitting(_ segments: [SegmentRecord], in range: Range<Int>)
    -> Range<Int>?
  {
    range.lazy.map { $0..<end(of: segments, from: $0, before: range.upperBound) }
      .first { $0.count > 1 }
  }

  /// The end of the longest run of segments from `start` on that one segment can hold.
  private static func end(of segments: [SegmentRecord], from start: Int, before limit: Int) -> Int {
    var sizes = segments[start].sizes
    var end = start + 1
    while end < limit {
      sizes.merge(segments[end].sizes, uniquingKeysWith: +)
      let documents = segments[start...end].reduce(0) { $0 + $1.liveCount }
      guard documents <= largest.documents, sizes.values.allSatisfy({ $0 <= largest.bytes })
      else { break }
      end += 1
    }
    return end
  }

  private static func level(_ segment: SegmentRecord) -> Int {
    var level = 0
    var rest = segment.liveCount / smallest
    while rest > 0 {
      level += 1
      rest /= width
    }
    return level
  }
}

extension SegmentRecord {
  /// The lengths of the files whose offsets have 32 bits.
  fileprivate var sizes: [FileKind: Int] {
    [.terms, .postings, .positions, .boundaries].reduce(into: [:]) { sizes, kind in
      sizes[kind] = files[kind]?.length ?? 0
    }
  }
}
