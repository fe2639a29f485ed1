/// An answer that was not complete when its time was over.
public struct TimeLimitExceeded: Error, Hashable, Sendable, CustomStringConvertible {
  public var limit: Duration

  public var description: String {
    let seconds = limit / .seconds(1)
    return "There was no answer within \(seconds) s; ask for less, or allow more time."
  }
}
