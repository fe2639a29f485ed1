/// A part of a text that shows what was found in it.
public struct Snippet: Hashable, Sendable {
  /// A stretch of the text that is marked, or not.
  public struct Part: Hashable, Sendable {
    public var text: String
    public var isMarked: Bool

    public init(_ text: String, isMarked: Bool = false) {
      self.text = text
      self.isMarked = isMarked
    }
  }

  /// The stretches in order. Control characters and line ends are spaces.
  public var parts: [Part]
  /// Whether the text begins before the snippet, and goes on after it.
  public var isCutAtStart: Bool
  public var isCutAtEnd: Bool

  public init(parts: [Part], isCutAtStart: Bool = false, isCutAtEnd: Bool = false) {
    self.parts = parts
    self.isCutAtStart = isCutAtStart
    self.isCutAtEnd = isCutAtEnd
  }

  /// What is marked, as ranges of Unicode scalars of `text`: `[start, end]`, the end not included.
  public var marks: [[Int]] {
    var marks: [[Int]] = []
    var place = isCutAtStart ? 1 : 0
    for part in parts {
      let end = place + part.text.unicodeScalars.count
      if part.isMarked { marks.append([place, end]) }
      place = end
    }
    return marks
  }

  /// The text of all parts, with `…` where it is cut.
  public var text: String { marked { $0 } }

  /// The same with the marked stretches as `mark` makes them.
  public func marked(_ mark: (String) -> String) -> String {
    let middle = parts.reduce(into: "") { $0 += $1.isMarked ? mark($1.text) : $1.text }
    return (isCutAtStart ? "…" : "") + middle + (isCutAtEnd ? "…" : "")
  }
}
