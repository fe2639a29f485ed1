import Testing

@testable import Haskap

@Suite struct MergeLimitTests {
  private func segment(_ number: Int, documents: Int, terms: Int) -> SegmentRecord {
    SegmentRecord(
      number: UInt64(number), documentCount: documents,
      files: [.terms: FileRecord(name: "\(number).terms", length: terms, checksum: 0)])
  }

  /// Merges as the policy says until it is content.
  private func settled(_ segments: [SegmentRecord]) -> [SegmentRecord] {
    var segments = segments
    while let range = MergePolicy.next(segments) {
      let parts = segments[range]
      #expect(parts.count > 1)
      let merged = segment(
        0, documents: parts.reduce(0) { $0 + $1.documentCount },
        terms: parts.reduce(0) { $0 + ($1.files[.terms]?.length ?? 0) })
      segments.replaceSubrange(range, with: [merged])
    }
    return segments
  }

  @Test func noMergeMakesASegmentThatTheFormatCannotHold() {
    let (bytes, documents) = MergePolicy.largest
    let segments = (0..<200).map { segment($0, documents: 5000, terms: bytes / 12) }
    let all = settled(segments)
    #expect(all.count < 40)
    #expect(all.allSatisfy { ($0.files[.terms]?.length ?? 0) <= bytes })
    #expect(all.reduce(0) { $0 + $1.documentCount } == 200 * 5000)
    let many = settled((0..<30).map { segment($0, documents: documents / 3, terms: 9) })
    #expect(many.allSatisfy { $0.documentCount <= documents })
    #expect(many.count < 30)
  }

  @Test func segmentsThatAreFullStayAlone() {
    let full = (0..<9).map { segment($0, documents: 2_000_000, terms: MergePolicy.largest.bytes) }
    #expect(MergePolicy.next(full) == nil)
    #expect(MergePolicy.runs(of: full) == (0..<9).map { $0..<$0 + 1 })
  }

  @Test func runsCoverAllSegmentsInOrder() {
    let third = MergePolicy.largest.bytes / 3
    let segments = (0..<8).map { segment($0, documents: 10, terms: third) }
    #expect(MergePolicy.runs(of: segments) == [0..<3, 3..<6, 6..<8])
  }
}
