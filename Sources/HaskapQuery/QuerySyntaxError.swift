/// Why a query cannot be read at all. Slips of the hand are no errors (`QueryNote`).
public struct QuerySyntaxError: Error, Equatable, Sendable {
  public enum Reason: Equatable, Sendable {
    case empty
    case tooLong(limit: Int)
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
    switch reason {
    case .empty:
      "the query is empty: give at least one word"
    case .tooLong(let limit):
      "the query has more than \(limit) characters: give a part of the text, or fewer words"
    }
  }
}
