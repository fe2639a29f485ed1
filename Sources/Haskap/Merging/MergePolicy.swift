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
        if count == width { return start..<index + 1 }
      }
    }
    return nil
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
