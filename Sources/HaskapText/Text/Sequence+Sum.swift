extension Sequence<Int> {
  /// The sum, or the number nearest to it that there is: reports may print any figure.
  package var saturatedSum: Int { reduce(0) { $0.addingSaturated($1) } }
}

extension Int {
  /// The sum of two, or the number nearest to it that there is.
  package func addingSaturated(_ other: Int) -> Int {
    let (exact, isTooLarge) = addingReportingOverflow(other)
    return !isTooLarge ? exact : other < 0 ? .min : .max
  }
}
