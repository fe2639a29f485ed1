/// The windows of one segment or of several, those first whose documents can score most.
///
/// Of 16 segments the ten best stand in a few windows, and most are never looked at.
struct BestPass {
  private struct Part {
    let run: SegmentRun
    let bounds: WindowBounds
    /// Whether all matches are found, for the collectors or to be counted.
    let isMatched: Bool
  }

  private var parts: [Part] = []
  private let segmentCount: Int
  private var windowCount = 0
  private var isMatched = false
  /// For many hits nearly all windows count, and to read on is quicker.
  private static let mostSorted = 128

  /// - Parameter segmentCount: so many are added at most.
  init(segmentCount: Int) { self.segmentCount = segmentCount }

  /// Adds the windows of a segment, and tells the hits what a number of its documents reach.
  mutating func add(
    _ run: SegmentRun, matching isMatched: Bool, raising hits: inout TopHits
  ) throws {
    let bounds = try WindowBounds(run.node, run.windows, run.scratch.memory)
    parts.reserveCapacity(segmentCount)
    parts.append(Part(run: run, bounds: bounds, isMatched: isMatched))
    windowCount += bounds.highest.count
    if isMatched { self.isMatched = true }
    // Of so many documents as many as are wanted are live.
    hits.raise(
      to: run.node.reached(by: hits.limit + run.documentCount - run.segment.liveCount))
  }

  /// - Returns: how many documents match; those of parts that need not find all are not counted.
  func visit(into hits: inout TopHits, _ collectors: [any MatchCollector]) throws -> Int {
    guard !parts.isEmpty else { return 0 }
    let scratch = parts[0].run.scratch
    let room = SegmentRun.Room(words: scratch.words(), scores: scratch.scores())
    defer {
      scratch.release(room.words)
      scratch.release(room.scores)
    }
    var total = 0
    let isSorted = (collectors.isEmpty || !isMatched) && hits.limit <= Self.mostSorted
    for place in order(isSorted: isSorted) {
      // Those that follow can score no more.
      if !isMatched, isSorted, place.highest < TopHits.score(of: hits.threshold) { break }
      let part = parts[place.part]
      total += try part.run.visit(
        place.window, part.bounds, room, into: &hits, matching: part.isMatched, collectors)
    }
    return total
  }

  private struct Place {
    let part: Int
    let window: Int
    let highest: UInt32
  }

  /// The windows in which a document may match.
  private func order(isSorted: Bool) -> [Place] {
    var places: [Place] = []
    places.reserveCapacity(windowCount)
    for number in parts.indices {
      let highest = parts[number].bounds.highest
      for window in highest.indices where highest[window] > 0 {
        places.append(Place(part: number, window: window, highest: highest[window]))
      }
    }
    if isSorted { places.sort { $0.highest > $1.highest } }
    return places
  }
}
