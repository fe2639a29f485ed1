/// Finding the best documents of one window.
extension SegmentRun {
  /// What a pass needs in every window.
  struct Room {
    let words: Bits.Words
    let scores: Scores
  }

  /// Scores where a document may be better than the worst of the best so far. Of other windows the
  /// matches are counted at most, or given to the collectors.
  ///
  /// - Parameter isMatched: whether all matches are found, for the collectors or to be counted.
  /// - Returns: how many they are; 0 if they are not found.
  func visit(
    _ index: Int, _ bounds: WindowBounds, _ room: Room, into hits: inout TopHits,
    matching isMatched: Bool, _ collectors: [any MatchCollector]
  ) throws -> Int {
    let (words, scores) = (room.words, room.scores)
    var window = windows.window(index, scratch)
    let threshold = threshold(hits, window)
    let isWanted = bounds.highest[index] >= max(threshold, 1)
    guard isWanted || isMatched else { return 0 }
    try limit?.check()
    var total = 0
    if isMatched {
      live(window, into: words)
      total =
        isWanted || !collectors.isEmpty
        ? try match(window, words, collectors) : try node.count(window, among: words)
    }
    guard isWanted else { return total }
    window.active = bounds.active(window, from: max(threshold, 1))
    if isMatched {
      try scoreMatches(window, words, scores, into: &hits)
    } else {
      live(window, into: words)
      try node.collect(window, words, threshold: threshold, into: scores)
      take(window, words, scores, into: &hits)
    }
    return total
  }

  /// Scores the window's matches in active words. While nothing is known of what the best have, it
  /// begins with a few.
  private func scoreMatches(
    _ window: Window, _ words: Bits.Words, _ scores: Scores, into hits: inout TopHits
  ) throws {
    let part = scratch.words()
    defer { scratch.release(part) }
    var first = 0
    while first < window.wordCount {
      let threshold = threshold(hits, window)
      let end = threshold > 0 ? window.wordCount : min(window.wordCount, 4 * first + 1)
      Bits.clear(part, count: window.wordCount)
      for word in first..<end where window.active &>> UInt64(word) & 1 == 1 {
        part[word] = words[word]
      }
      try node.scoreBest(window, part, threshold: threshold, into: scores)
      take(window, part, scores, into: &hits)
      first = end
    }
  }

  /// Leaves in the set the matching documents, gives them to the collectors, and counts them.
  private func match(
    _ window: Window, _ words: Bits.Words, _ collectors: [any MatchCollector]
  ) throws -> Int {
    try node.narrow(window, words)
    for collector in collectors { try collector.collect(window, words) }
    return Bits.population(words, count: window.wordCount)
  }
}
