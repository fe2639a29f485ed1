import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct SnapshotTests {
  private static func writer(_ path: String) throws -> IndexWriter {
    try IndexWriter(
      IndexDirectory(path: path, system: .withoutForce), schema: DurableIndex.schema,
      options: IndexWriter.Options(), replacing: false)
  }

  /// Readers that open while a writer commits see a whole commit each, never a file that is gone.
  @Test func readersOpenWhileAWriterCommits() async throws {
    let folder = TemporaryFolder()
    let last = 60
    try DurableIndex.apply(1, to: Self.writer(folder.path))
    let writing = Task.detached {
      let writer = try Self.writer(folder.path)
      for commit in 2...last { try DurableIndex.apply(commit, to: writer) }
    }
    var reader = try IndexReader(path: folder.path)
    var seen = 1
    while seen < last {
      let newer = try reader.reopenIfChanged()
      guard newer !== reader else {
        await Task.yield()  // The writer may be waiting for this thread.
        continue
      }
      reader = newer
      let commits = try #require(DurableIndex.commits(reader))
      try #require(commits >= seen, "commits come in order")
      seen = commits
      #expect(try DurableIndex.answers(reader).documents == DurableIndex.model(after: seen))
    }
    try await writing.value
  }

  /// A reader answers the same after its files have been removed by later commits.
  @Test func snapshotOutlivesItsFiles() throws {
    let folder = TemporaryFolder()
    let writer = try Self.writer(folder.path)
    for commit in 1...3 { try DurableIndex.apply(commit, to: writer) }
    let reader = try IndexReader(path: folder.path)
    let before = try DurableIndex.answers(reader)
    for commit in 4...10 { try DurableIndex.apply(commit, to: writer) }
    #expect(try DurableIndex.answers(reader) == before)
  }
}

@Suite struct MergePolicyTests {
  private func segment(_ number: Int, _ count: Int, deleted: Int = 0) -> SegmentRecord {
    SegmentRecord(
      number: UInt64(number), documentCount: count, deletedCount: deleted, files: [:])
  }

  /// Commits of a thousand documents each: few segments, and each document rewritten seldom.
  @Test func segmentsGrowWithTheLogarithm() throws {
    var segments: [SegmentRecord] = []
    var rewritten = 0
    for commit in 1...2000 {
      segments.append(segment(commit, 1000))
      while let range = MergePolicy.next(segments) {
        let count = segments[range].reduce(0) { $0 + $1.liveCount }
        rewritten += count
        segments.replaceSubrange(range, with: [segment(commit, count)])
      }
      #expect(segments.count <= 7 * 5, "commit \(commit)")
    }
    #expect(segments.reduce(0) { $0 + $1.documentCount } == 2_000_000)
    #expect(rewritten <= 2_000_000 * 5)
  }

  @Test func wastefulSegmentsAreRewritten() {
    #expect(MergePolicy.next([segment(1, 100, deleted: 50)]) == nil)
    #expect(MergePolicy.next([segment(1, 10), segment(2, 100, deleted: 51)]) == 1..<2)
  }
}
