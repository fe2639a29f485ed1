/// Walks the terms of one field in several segments in the order of their bytes.
struct TermUnion {
  private var cursors: [TermCursor]
  /// The segments whose terms have not come to an end.
  private var waiting: [Int]
  /// The current term.
  private(set) var term: [UInt8] = []
  /// The segments that have it, ascending.
  private(set) var holders: [Int]

  init(_ dictionaries: [TermDictionary]) throws(FormatError) {
    cursors = []
    for dictionary in dictionaries { cursors.append(try dictionary.cursor()) }
    waiting = Array(cursors.indices)
    holders = waiting
  }

  /// What a holder has of the current term.
  func info(of holder: Int) -> TermInfo { cursors[holder].info }

  /// Moves to the next term; false behind the last.
  mutating func advance() throws(FormatError) -> Bool {
    for source in holders where try !cursors[source].advance() {
      waiting.removeAll { $0 == source }
    }
    holders.removeAll(keepingCapacity: true)
    for source in waiting {
      let order = holders.first.map { compare(source, $0) } ?? 0
      if order < 0 { holders.removeAll(keepingCapacity: true) }
      if order <= 0 { holders.append(source) }
    }
    guard let first = holders.first else { return false }
    term.removeAll(keepingCapacity: true)
    term.append(contentsOf: cursors[first].term)
    return true
  }

  private func compare(_ left: Int, _ right: Int) -> Int {
    cursors[left].term.withUnsafeBytes { left in
      cursors[right].term.withUnsafeBytes { compareBytes(left, $0) }
    }
  }
}
