/// Where the variants of a unit occur in the fields of one segment, window by window, whatever the
/// weight of the unit. Nodes for the same unit share it: what one has found in a window, the next
/// need not look for.
final class SubstringMatching {
  let cells: [SubstringCell]
  private let documentCount: Int
  /// The documents of the window among which the cells have looked.
  private let universe: Bits.Words
  private var windowStart = -1
  private var isCounted = false
  /// Whether one of the nodes has a score, and whether there are several: what the others find is
  /// counted at once then, and not looked for twice.
  var isScored = false
  var isShared = false

  private unowned(unsafe) let memory: SearchMemory

  init(_ cells: [SubstringCell], documentCount: Int, _ memory: SearchMemory) {
    self.cells = cells
    self.documentCount = documentCount
    self.memory = memory
    universe = memory.take(Bits.wordCount(min(documentCount, SearchScratch.documents)))
  }

  var cost: Int { min(documentCount, cells.reduce(0) { $0 + $1.matcher.cost }) }
  var knownCount: Int? { cells.isEmpty ? 0 : cells.count == 1 ? cells[0].knownCount : nil }

  /// The bounds of all cells together saturate to no less than their sum; the best tier among the
  /// cells tells the rung.
  func ceilings(
    _ grid: WindowGrid, _ scorer: UnitScorer, into ceilings: UnsafeMutablePointer<UInt32>
  ) throws {
    let most = max(1, scorer.band &- 1)
    if cells.count == 1 {
      try cells[0].matcher.ceilings(grid, weight: Float(scorer.band), into: ceilings)
      let base = scorer.base(rung: cells[0].firstRung)
      let isScored = scorer.weight > 0
      for index in 0..<grid.count {
        let own = isScored ? base &+ min(most, ceilings[index] &+ 2) : 1
        ceilings[index] = ceilings[index] == 0 ? 0 : own
      }
      return
    }
    let place = memory.place
    let own: UnsafeMutablePointer<UInt32> = memory.take(grid.count)
    let bases: UnsafeMutablePointer<UInt32> = memory.take(grid.count)
    defer { memory.rewind(to: place) }
    ceilings.update(repeating: 0, count: grid.count)
    for cell in cells.sorted(by: { $0.firstRung > $1.firstRung }) {
      try cell.matcher.ceilings(grid, weight: Float(scorer.band), into: own)
      let base = scorer.base(rung: cell.firstRung)
      for index in 0..<grid.count where own[index] > 0 {
        // Two steps for rounding, and for the one that every match gets.
        ceilings[index] &+= own[index] &+ 2
        bases[index] = base
      }
    }
    for index in 0..<grid.count where ceilings[index] > 0 {
      ceilings[index] = scorer.weight > 0 ? bases[index] &+ min(most, ceilings[index]) : 1
    }
  }

  /// Leaves of the window's documents those where a variant occurs.
  ///
  /// - Parameter counting: whether `measure` or `bounds` will be called for them.
  func narrow(_ window: Window, _ words: Bits.Words, counting: Bool) throws {
    guard cells.contains(where: { $0.matcher.mayMatch(window) }) else {
      return Bits.clear(words, count: window.wordCount)
    }
    let counting = counting || isScored && isShared
    if !isKnown(window, words, counting: counting) {
      try find(window, words, counting: counting)
    }
    let found = window.scratch.words()
    defer { window.scratch.release(found) }
    Bits.clear(found, count: window.wordCount)
    for cell in cells { Bits.unite(found, with: cell.matches, count: window.wordCount) }
    Bits.intersect(words, with: found, count: window.wordCount)
  }

  private func isKnown(_ window: Window, _ words: Bits.Words, counting: Bool) -> Bool {
    guard windowStart == window.start, isCounted || !counting else { return false }
    for index in 0..<window.wordCount where words[index] & ~universe[index] != 0 { return false }
    return true
  }

  /// Looks among these documents and all others of the window that were asked for before.
  private func find(_ window: Window, _ words: Bits.Words, counting: Bool) throws {
    if windowStart != window.start {
      windowStart = window.start
      isCounted = false
      Bits.clear(universe, count: window.wordCount)
    }
    isCounted = isCounted || counting
    Bits.unite(universe, with: words, count: window.wordCount)
    let rest = window.scratch.words()
    defer { window.scratch.release(rest) }
    rest.update(from: universe, count: window.wordCount)
    for cell in cells {
      try cell.find(window, among: rest, counting: isCounted)
      if !isCounted { Bits.subtract(rest, cell.matches, count: window.wordCount) }
    }
  }

  /// Removes the documents that score below the threshold even if all occurrences are whole words.
  func drop(
    _ window: Window, _ words: Bits.Words, below threshold: UInt32, _ scorer: UnitScorer
  ) {
    if cells.count == 1 {
      let least = scorer.leastSum(rung: cells[0].firstRung, threshold: threshold)
      return cells[0].drop(window, words, below: least)
    }
    let leastSums = (0..<max(1, scorer.rungCount / 4)).map {
      scorer.leastSum(rung: UInt8(4 * $0), threshold: threshold)
    }
    forEachBound(window, words, scorer) { place, rung, sum in
      if sum < leastSums[Int(rung) / 4] { Bits.remove(place, from: words) }
    }
  }

  /// Adds to each of these documents what it scores if all occurrences are whole words.
  func bound(
    _ window: Window, _ words: Bits.Words, _ scorer: UnitScorer, into bounds: Scores
  ) {
    forEachBound(window, words, scorer) { place, rung, sum in
      // A step for the errors of single precision.
      bounds[place] &+= scorer.score(rung: rung, sum: sum) &+ 1
    }
  }

  /// Gives the rung and the sum of each of these documents if all occurrences are whole words.
  @inline(__always)
  private func forEachBound(
    _ window: Window, _ words: Bits.Words, _ scorer: UnitScorer,
    _ body: (_ place: Int, _ rung: UInt8, Float) -> Void
  ) {
    let (sums, rungs) = (window.scratch.rungs.sums, window.scratch.rungs.rungs)
    for cell in cells {
      forEachCommon(window, words, cell.matches) { place in
        sums[place] += cell.bound(window, place)
        rungs[place] = min(rungs[place], cell.firstRung)
      }
    }
    let last = UInt8(scorer.rungCount - 1)
    Bits.forEach(words, count: window.wordCount) { place in
      body(place, min(rungs[place], last), sums[place])
      (sums[place], rungs[place]) = (0, .max)
    }
  }

  /// Gives the best rung and the sum of each of these documents, which match.
  func measure(
    _ window: Window, _ wanted: Bits.Words, _ body: (_ place: Int, _ rung: UInt8, Float) -> Void
  ) throws {
    let own = window.scratch.words()
    defer { window.scratch.release(own) }
    let table = window.scratch.rungs
    let (counts, sums, rungs) = (table.counts, table.sums, table.rungs)
    for cell in cells {
      own.update(from: wanted, count: window.wordCount)
      Bits.intersect(own, with: cell.matches, count: window.wordCount)
      if Bits.isEmpty(own, count: window.wordCount) { continue }
      try cell.forEachCount(window, own) { counts[$0].add($1) }
      Bits.forEach(own, count: window.wordCount) { place in
        sums[place] += cell.sum(window, place, counts[place])
        rungs[place] = min(rungs[place], cell.firstRung &+ counts[place].best.rawValue)
        counts[place] = RungCounts()
      }
    }
    Bits.forEach(wanted, count: window.wordCount) { place in
      body(place, rungs[place], sums[place])
      (sums[place], rungs[place]) = (0, .max)
    }
  }

  @inline(__always)
  private func forEachCommon(
    _ window: Window, _ words: Bits.Words, _ others: Bits.Words, _ body: (Int) -> Void
  ) {
    for index in 0..<window.wordCount {
      Bits.forEach(of: words[index] & others[index]) { body(index &* 64 &+ $0) }
    }
  }
}
