/// How a score comes about. The scores of the parts add up to the score, or the best of them is
/// the score; a leaf gives its own numbers.
public struct Explanation: Hashable, Sendable {
  public var score: Double
  public var reason: String
  public var parts: [Explanation]

  public init(score: Double, reason: String, parts: [Explanation] = []) {
    (self.score, self.reason, self.parts) = (score, reason, parts)
  }
}

extension Explanation: CustomStringConvertible {
  public var description: String { lines(indent: "").joined(separator: "\n") }

  private func lines(indent: String) -> [String] {
    ["\(indent)\(score)  \(reason)"] + parts.flatMap { $0.lines(indent: indent + "  ") }
  }
}
