/// Takes what matches a query, window by window.
protocol MatchCollector: AnyObject {
  /// Begins with a segment, which comes after those with lower numbers.
  func begin(_ segment: Int) throws

  /// Takes the matching live documents of a window; windows ascend.
  func collect(_ window: Window, _ words: Bits.Words) throws
}
