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

/// What is odd in a file and was read all the same.
public struct FileDoubt: Sendable, Encodable, Equatable {
  public let file: String
  /// How many places are so.
  public private(set) var count = 0
  /// What is odd at the first, with its line.
  public private(set) var first = ""

  init(file: String) { self.file = file }

  mutating func note(line: Int, _ problem: @autoclosure () -> String) {
    if count == 0 { first = "\(file):\(line): \(problem())" }
    count += 1
  }
}
