/// What a request that finds nothing would find without one of its parts.
public struct Relaxation: Encodable, Equatable, Sendable {
  /// A word as typed, or a filter as it is called.
  public var part: String
  public var count: Int

  public init(part: String, count: Int) { (self.part, self.count) = (part, count) }
}

extension [Relaxation] {
  /// One sentence; nil where there is nothing to tell.
  var sentence: String? {
    guard !isEmpty else { return nil }
    let parts = map { "「\($0.part)」を外すと\($0.count)件" }.joined(separator: "、")
    return "\(parts)あります。"
  }
}
