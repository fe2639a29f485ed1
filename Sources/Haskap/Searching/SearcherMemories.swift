internal import Synchronization

/// What the searchers of an open index share: its segments, and memories by the parameters of the scores.
final class SearcherMemories: Sendable {
  let segments: [SearchSegment]
  /// Who tries out parameters shall not fill the memory.
  private static let most = 8
  private let memories = Mutex<[BM25: SearcherMemory]>([:])

  init(_ segments: [Segment]) { self.segments = segments.map { SearchSegment($0) } }

  func memory(_ ranking: BM25) -> SearcherMemory {
    memories.withLock { memories in
      if let known = memories[ranking] { return known }
      let made = SearcherMemory()
      if memories.count < Self.most { memories[ranking] = made }
      return made
    }
  }
}
