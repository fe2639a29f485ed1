/// A document that could not be read and was passed over.
public struct SkippedDocument: Sendable, Encodable, Equatable {
  public var file: String
  /// The line on which it begins, from 1.
  public var line: Int
  /// What is wrong with it, in a sentence that names the place.
  public var problem: String
}
