extension OccurrenceCell {
  /// `～令和6年3月31日` and `3月31日まで` have an end and no start.
  mutating func openStart(of cell: String) {
    guard occurrences.count == 1, occurrences[0].end == nil else { return }
    let text = Folding.folded(Trimming.spaces(cell))
    guard
      text.hasPrefix("~")
        || text.hasSuffix("まで") && !text.contains("~") && !text.contains("から")
    else { return }
    occurrences[0].end = occurrences[0].start
    occurrences[0].start = nil
    if occurrences[0].label == "まで" { occurrences[0].label = nil }
  }
}
