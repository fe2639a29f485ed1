/// Which of a report's records is which row of its key.
enum RowPairing {
  /// Pairs equal marks in their order; of what is left between two pairs, the first with the first:
  /// rows whose mark was read otherwise.
  ///
  /// - Returns: all offsets of both, those without a counterpart included.
  static func pairs(_ key: [String], _ found: [String]) -> [(key: Int?, found: Int?)] {
    var (missing, surplus): (Set<Int>, Set<Int>) = ([], [])
    for change in key.difference(from: found) {
      switch change {
      case .insert(let offset, _, _): missing.insert(offset)
      case .remove(let offset, _, _): surplus.insert(offset)
      }
    }
    var pairs: [(key: Int?, found: Int?)] = []
    var (row, record) = (0, 0)
    while row < key.count || record < found.count {
      let (isMissing, isSurplus) = (missing.contains(row), surplus.contains(record))
      pairs.append((isSurplus && !isMissing ? nil : row, isMissing && !isSurplus ? nil : record))
      if isMissing || !isSurplus { row += 1 }
      if isSurplus || !isMissing { record += 1 }
    }
    return pairs
  }
}
