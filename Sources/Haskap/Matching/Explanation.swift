/// How a score comes about.
public struct Explanation: Hashable, Sendable {
  /// What the score is of its parts; a leaf gives its own numbers.
  public enum Kind: Hashable, Sendable {
    case leaf, sum
    /// Of alternatives, the best.
    case best
  }

  public var score: Double
  public var reason: String
  public var kind: Kind
  public var parts: [Explanation]
  /// What stands in the document and is scored here, parts included.
  public var words: [FoundWord]

  public init(
    score: Double, reason: String, kind: Kind = .leaf, parts: [Explanation] = [],
    words: [FoundWord] = []
  ) {
    (self.score, self.reason, self.kind, self.parts) = (score, reason, kind, parts)
    self.words = words
  }

  /// What adds up to the score, each with the words that it is for: of alternatives only the best
  /// counts, and what brings nothing is left out. What the same words bring in several ways – by
  /// themselves, beside others, in a name – is one contribution.
  public var contributions: [Explanation] {
    summands.reduce(into: []) { sums, part in
      let texts = Set(part.words.map(\.text))
      let place = sums.firstIndex { !texts.isEmpty && Set($0.words.map(\.text)) == texts }
      guard let place else { return sums.append(part) }
      let score = sums[place].score + part.score
      if part.words.count > sums[place].words.count { sums[place] = part }
      sums[place].score = score
    }
  }

  private var summands: [Explanation] {
    guard score != 0 else { return [] }
    if kind == .leaf || !words.isEmpty { return [self] }
    guard kind == .best else { return parts.flatMap(\.summands) }
    return parts.first { $0.score == score }?.summands ?? [self]
  }
}

/// A word in a document, as an explanation tells of it.
public struct FoundWord: Hashable, Sendable {
  /// Normalized, in the spelling of the document.
  public var text: String
  public var field: String
  /// How it lies among the words of the text.
  public var rung: UnitRung
  public var count: Int
  /// Whether the query was typed so; else it is another spelling.
  public var isTyped: Bool

  public init(
    _ text: String, in field: String, rung: UnitRung = .aligned, count: Int, isTyped: Bool = true
  ) {
    (self.text, self.field, self.rung, self.count) = (text, field, rung, count)
    self.isTyped = isTyped
  }
}

extension Explanation: CustomStringConvertible {
  public var description: String { lines(indent: "").joined(separator: "\n") }

  private func lines(indent: String) -> [String] {
    ["\(indent)\(score)  \(reason)"] + parts.flatMap { $0.lines(indent: indent + "  ") }
  }
}
