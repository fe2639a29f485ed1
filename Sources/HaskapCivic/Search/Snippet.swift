/// A short stretch of an answer's text with the words of the query marked.
public struct Snippet: Sendable, Encodable, Equatable {
  public var text: String
  /// What is marked, in characters of `text`, ascending and apart.
  public var marks: [Range<Int>]

  public init(text: String, marks: [Range<Int>]) {
    self.text = text
    self.marks = marks
  }

  /// The text in parts, each with whether it is marked.
  public var parts: [(text: String, isMarked: Bool)] {
    let characters = Array(text)
    var parts: [(text: String, isMarked: Bool)] = []
    var end = 0
    for mark in marks {
      if end < mark.lowerBound { parts.append((String(characters[end..<mark.lowerBound]), false)) }
      parts.append((String(characters[mark]), true))
      end = mark.upperBound
    }
    if end < characters.count { parts.append((String(characters[end...]), false)) }
    return parts
  }

  private enum Key: String, CodingKey { case text, marks }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(text, forKey: .text)
    try values.encode(marks.map { [$0.lowerBound, $0.upperBound] }, forKey: .marks)
  }
}
