/// Bytes on disk that are not what the format promises: a damaged, cut or foreign file.
///
/// Thrown in place of any answer that would have been computed from such bytes.
public struct FormatError: Error, Hashable, Sendable {
  /// The file's name inside the index directory.
  public var file: String
  /// Where in the file, in bytes from its beginning.
  public var offset: Int
  public var expected: String
  public var found: String
  /// What the reader of the message can do about it.
  public var remedy: String

  public init(
    file: String, offset: Int, expected: String, found: String,
    remedy: String = "build the index again, or put back a copy of it"
  ) {
    self.file = file
    self.offset = offset
    self.expected = expected
    self.found = found
    self.remedy = remedy
  }
}

extension FormatError: CustomStringConvertible {
  public var description: String {
    "The index file '\(file)' is damaged at byte \(offset): expected \(expected), "
      + "found \(found); \(remedy)."
  }
}
