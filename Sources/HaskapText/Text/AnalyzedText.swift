/// A word: UTF-8 byte offsets into the normalized text, the end not included.
public struct TokenSpan: Hashable, Sendable {
  public var start: UInt32
  public var end: UInt32

  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }
}

/// What analysis makes of one text: scratch that is filled again and again. All offsets are UTF-8
/// bytes of the normalized text.
public struct AnalyzedText: Sendable {
  /// The normalized text, UTF-8.
  public var utf8: [UInt8] = []
  /// The words (no spaces, no punctuation), in order and without overlap.
  public var tokens: [TokenSpan] = []
  /// Where the segmenter cut, words or not; among them 0 and the end of the text.
  public var boundaries = BoundarySet()
  /// From offsets of `utf8` back to offsets of the original; only filled when asked for.
  public var offsetMap = OffsetMap()

  public init() {}

  /// The normalized text of a token.
  public func text(of token: TokenSpan) -> String {
    String(decoding: utf8[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  mutating func clear() {
    utf8.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    boundaries.clear()
    offsetMap.clear()
  }
}
