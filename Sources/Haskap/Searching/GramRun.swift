/// The places where several grams stand at given distances, found block by block of the rarest.
///
/// For the documents of one block of the rarest gram the others are asked in turn, rarest first;
/// each keeps the candidates that it has, and notes where its positions are. Positions are read
/// only for candidates that all have.
final class GramRun {
  private let first: GramCursor
  private let firstOffset: UInt32
  private let others: [Other]
  private let documents: Range<UInt32>
  private var candidates: [Candidate] = []
  private var positions: UnsafeMutablePointer<UInt32>
  private var capacity = 256

  private struct Candidate {
    var document: UInt32
    /// Number of the candidate when its block was read.
    var slot: Int
    var place: GramPlace
  }

  /// A gram that is not the rarest, with what it found of the current candidates.
  private final class Other {
    let cursor: GramCursor
    let offset: UInt32
    let places: UnsafeMutablePointer<GramPlace>

    init(_ cursor: GramCursor, offset: Int) {
      self.cursor = cursor
      self.offset = UInt32(offset)
      places = .allocate(capacity: PostingsLayout.blockLength)
    }

    deinit { places.deallocate() }

    /// Removes the candidates that do not have the gram.
    func keep(_ candidates: inout [Candidate]) {
      var kept = 0
      candidates.withUnsafeMutableBufferPointer { candidates in
        for index in candidates.indices {
          let candidate = candidates[index]
          cursor.step(to: candidate.document)
          guard cursor.document == candidate.document else { continue }
          places[candidate.slot] = cursor.place
          candidates[kept] = candidate
          kept &+= 1
        }
      }
      candidates.removeLast(candidates.count - kept)
    }
  }

  /// - Parameter cursors: at least two, the rarest first, with their places in the unit.
  init(_ cursors: [(cursor: GramCursor, offset: Int)], in documents: Range<UInt32>) {
    first = cursors[0].cursor
    firstOffset = UInt32(cursors[0].offset)
    others = cursors.dropFirst().map { Other($0.cursor, offset: $0.offset) }
    self.documents = documents
    positions = .allocate(capacity: capacity)
    first.seek(to: documents.lowerBound)
  }

  deinit { positions.deallocate() }

  /// Finds which of the next documents have all grams; false when there are no more documents.
  func findCandidates() -> Bool {
    candidates.removeAll(keepingCapacity: true)
    while first.document < documents.upperBound, candidates.count < PostingsLayout.blockLength {
      candidates.append(
        Candidate(document: first.document, slot: candidates.count, place: first.place))
      first.advance()
    }
    guard !candidates.isEmpty else { return false }
    for other in others where !candidates.isEmpty { other.keep(&candidates) }
    return true
  }

  /// Compares the positions of the candidates and adds what is left to the batch.
  func match(into batch: inout OccurrenceBatch) {
    for candidate in candidates {
      let starts = batch.extend(by: candidate.place.count)
      candidate.place.read(minus: firstOffset, into: starts)
      var count = candidate.place.count
      for other in others where count > 0 {
        let place = other.places[candidate.slot]
        reserve(place.count)
        place.read(minus: other.offset, into: positions)
        count = Self.keepCommon(starts, count, positions, place.count)
      }
      batch.add(candidate.document, count: count)
    }
  }

  private func reserve(_ count: Int) {
    guard count > capacity else { return }
    capacity = max(count, capacity * 2)
    positions.deallocate()
    positions = .allocate(capacity: capacity)
  }

  /// Keeps of the starts those that are among the others too, and returns how many. Both ascend,
  /// numbers that wrapped round below 0 taken as such.
  @inline(__always)
  private static func keepCommon(
    _ starts: UnsafeMutablePointer<UInt32>, _ count: Int, _ others: UnsafePointer<UInt32>,
    _ otherCount: Int
  ) -> Int {
    var kept = 0
    var next = 0
    for index in 0..<count {
      let start = starts[index]
      while next < otherCount && Int32(bitPattern: others[next]) < Int32(bitPattern: start) {
        next &+= 1
      }
      guard next < otherCount else { break }
      starts[kept] = start
      kept &+= others[next] == start ? 1 : 0
    }
    return kept
  }
}
