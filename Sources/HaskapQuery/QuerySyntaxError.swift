/// Why a query cannot be read, and where.
public struct QuerySyntaxError: Error, Equatable, Sendable {
  public enum Reason: Equatable, Sendable {
    case empty
    case unclosedQuote
    case unclosedBracket
    case strayBracket
    /// An operator (`-`, `OR`, `name:`) with nothing after it; `OR` with nothing before it.
    case missingOperand(String)
    case unknownField(String, known: [String])
    case tooDeep(limit: Int)
    /// `word~9`: another distance than 1 and 2.
    case distance(String)
    /// `"…"~` without a number.
    case missingSlop
    case unclosedRange
    case malformedRange
  }

  public var reason: Reason
  /// Where in the query, in characters from 0.
  public var offset: Int

  public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

extension QuerySyntaxError: CustomStringConvertible {
  public var description: String {
    let place = "at character \(offset + 1) of the query"
    switch reason {
    case .empty:
      return "the query is empty: give at least one word"
    case .unclosedQuote:
      return "the quote \(place) is never closed: add a closing \""
    case .unclosedBracket:
      return "the bracket \(place) is never closed: add a closing )"
    case .strayBracket:
      return "the closing bracket \(place) was never opened: remove it, or quote it"
    case .missingOperand(let operation):
      return "\(operation) \(place) has nothing to work on: add a word, or quote it"
    case .unknownField(let name, let known):
      return "there is no field '\(name)' (\(place)): use one of \(known.joined(separator: ", ")),"
        + " or quote the word"
    case .tooDeep(let limit):
      return "brackets are nested more than \(limit) deep \(place): simplify the query"
    case .distance(let number):
      return "~\(number) \(place) is no distance between words: use ~1 or ~2, or quote the word"
    case .missingSlop:
      return "the ~ \(place) needs a number: write how many other words may stand between"
    case .unclosedRange:
      return "the range \(place) is never closed: add a closing ], or quote the word"
    case .malformedRange:
      return "the range \(place) needs two ends: write [a TO b], with * for an open end"
    }
  }
}
