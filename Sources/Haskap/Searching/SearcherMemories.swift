internal import Synchronization

/// The memories of an open index, by the parameters of the scores.
final class SearcherMemories: Sendable {
  /// Who tries out parameters shall not fill the memory.
  private static let most = 8
  private let memories = Mutex<[BM25: SearcherMemory]>([:])

  func memory(_ ranking: BM25) -> SearcherMemory {
    memories.withLock { memories in
      if let known = memories[ranking] { return known }
      let made = SearcherMemory()
      if memories.count < Self.most { memories[ranking] = made }
      return made
    }
  }
}
