extension Sequence<Int> {
  /// The sum, or the number nearest to it that there is: reports may print any figure.
  package var saturatedSum: Int {
    reduce(0) { sum, number in
      let (exact, isTooLarge) = sum.addingReportingOverflow(number)
      return !isTooLarge ? exact : number < 0 ? .min : .max
    }
  }
}
