internal import Haskap
internal import Synchronization

/// Keeps the entries that were shown last, since the same are shown again and again.
final class KnownEntries: Sendable {
  /// When there are more all are forgotten.
  private static let most = 1024

  private struct Place: Hashable {
    var segment: Int
    var document: UInt32
  }

  private let entries = Mutex<[Place: CivicEntry]>([:])

  func entry(_ hit: Hit, _ read: () throws -> CivicEntry) rethrows -> CivicEntry {
    let place = Place(segment: hit.segment, document: hit.document)
    if let known = entries.withLock({ $0[place] }) { return known }
    let entry = try read()
    entries.withLock { entries in
      if entries.count >= Self.most { entries.removeAll() }
      entries[place] = entry
    }
    return entry
  }
}
