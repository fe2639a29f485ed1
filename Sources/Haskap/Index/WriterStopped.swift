/// The writer met an error before; nothing more is done with it.
public struct WriterStopped: Error, Hashable, Sendable, CustomStringConvertible {
  /// The folder of the index.
  public var path: String
  /// The first error, in words.
  public var cause: String

  public var description: String {
    "The writer of '\(path)' stopped at an earlier error; "
      + "open a new writer. The error was: \(cause)"
  }
}
