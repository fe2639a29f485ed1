/// Documents of a file that could not be read and were passed over.
public struct SkippedDocuments: Sendable, Encodable, Equatable {
  public var file: String
  public var count: Int
  /// What is wrong with the first, with its line.
  public var first: String

  init(file: String, count: Int, first: InputError) {
    (self.file, self.count, self.first) = (file, count, first.description)
  }
}
