/// A document as its file gives it: one line.
public struct SourceDocument: Sendable {
  public var file: String
  /// From 1.
  public var line: Int
  /// In the order of the line. What is nested stands under joined names (`author.name`), and the
  /// values of a list follow each other under one name; what is null or empty is left out.
  public var members: [Member]

  public struct Member: Equatable, Sendable {
    public var name: String
    public var value: SourceValue

    public init(name: String, value: SourceValue) {
      self.name = name
      self.value = value
    }
  }

  public init(file: String, line: Int, members: [Member]) {
    self.file = file
    self.line = line
    self.members = members
  }

  /// An error about this document, with its place.
  package func error(_ problem: String) -> InputError {
    InputError(description: "\(file):\(line): \(problem)", line: line)
  }
}

/// One value of a document.
public enum SourceValue: Hashable, Sendable {
  case text(String)
  case integer(Int64)
  /// A number that is no integer of 64 bits, as it was written.
  case decimal(String)
  case flag(Bool)

  public var text: String {
    switch self {
    case .text(let text), .decimal(let text): text
    case .integer(let integer): String(integer)
    case .flag(let flag): String(flag)
    }
  }
}
