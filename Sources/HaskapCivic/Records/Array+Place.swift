extension Array where Element: Comparable {
  /// How many of some ascending values are not above a limit, by bisection.
  func count(notAbove limit: Element) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= limit { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The place of the last value that is not above a limit, in ascending ones of which the first is not.
  func lastPlace(notAbove limit: Element) -> Int { Swift.max(0, count(notAbove: limit) - 1) }
}
