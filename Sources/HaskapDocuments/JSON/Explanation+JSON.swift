public import Haskap

/// In JSON: the score, and the parts that add up to it, each with the words it is for.
extension Explanation: Encodable {
  private enum Key: String, CodingKey { case score, parts }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(score, forKey: .score)
    try values.encode(contributions.map(Contribution.init), forKey: .parts)
  }

  private struct Contribution: Encodable {
    var score: Double
    var reason: String
    var words: [FoundWord]

    init(_ part: Explanation) {
      (score, reason, words) = (part.score, part.reason, part.words)
    }
  }
}

extension FoundWord: Encodable {
  private enum Key: String, CodingKey { case word, spelling, field, place, count }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(text, forKey: .word)
    try values.encode(isTyped ? "typed" : "other", forKey: .spelling)
    try values.encode(field, forKey: .field)
    try values.encode(place, forKey: .place)
    try values.encode(count, forKey: .count)
  }

  private var place: String {
    switch rung {
    case .aligned: "words"
    case .extended: "edge"
    case .inside: "inside"
    case .across: "across"
    }
  }
}
