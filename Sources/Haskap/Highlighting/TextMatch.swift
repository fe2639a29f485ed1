/// A place in a text where something was found.
public struct TextMatch: Hashable, Sendable {
  /// UTF-8 byte offsets in the text as it was given.
  public var range: Range<Int>
  /// Which of the terms of the query stands there; a snippet shows as many different ones as it can.
  public var term: Int

  public init(_ range: Range<Int>, term: Int = 0) {
    self.range = range
    self.term = term
  }
}
