extension [Int] {
  /// The place of the last number that is not above `number`, in ascending ones of which the first is not.
  func lastPlace(notAbove number: Int) -> Int {
    var (low, high) = (0, count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if self[middle] <= number { low = middle } else { high = middle }
    }
    return low
  }
}
