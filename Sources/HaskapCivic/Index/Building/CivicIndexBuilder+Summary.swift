extension CivicIndexBuilder {
  /// A report by its path, and how its content is had.
  public struct File: Sendable {
    public var path: String
    public let read: @Sendable () throws -> [UInt8]

    /// - Parameter read: called when the file's turn has come; what it throws is told in the summary.
    public init(path: String, read: @escaping @Sendable () throws -> [UInt8]) {
      (self.path, self.read) = (path, read)
    }

    public init(path: String, bytes: [UInt8]) {
      self.init(path: path) { bytes }
    }
  }

  /// What building is at.
  public enum Step: Sendable {
    /// The path of the file that is read.
    case reading(String)
    /// The number of documents written so far.
    case writing(Int)
  }

  /// What building did.
  public struct Summary: Sendable, Encodable {
    public var documents = 0
    public var records = 0
    public var organizations = 0
    public var words = 0
    /// The size of the index.
    public var bytes = 0
    /// By path, against the index that was there.
    public var added: [String] = []
    public var changed: [String] = []
    public var unchanged: [String] = []
    public var dropped: [String] = []
    public var failed: [Failure] = []
    public var reports: [Report] = []
    /// The file of aliases in use, be it given now or when the index was built before.
    public var aliases: String?
    public var warnings: [String] = []
  }

  /// A file that could not be read.
  public struct Failure: Sendable, Encodable, Equatable {
    public var path: String
    public var reason: String
    /// Whether the index keeps what it had of it.
    public var isKept: Bool
  }

  /// What was understood of one file.
  public struct Report: Sendable, Codable, Equatable {
    public var path: String
    /// The checksum of its content.
    public var checksum: String
    /// PDF, Excel, or the encoding of a text.
    public var kind: String
    public var layout: Record.Layout
    public var records: Int
    /// Lines with text, and those of them that no record holds.
    public var lines: Int
    public var unreadLines: Int
    public var warnings: [String]
    /// How many of the records are of which city; none is named "" where a record does not say it.
    public var cities: [String: Int]

    /// Whether a file with these bytes is the one that was read.
    public func isMade(of bytes: [UInt8]) -> Bool { checksum == Self.checksum(of: bytes) }

    static func checksum(of bytes: [UInt8]) -> String { String(Checksum64.of(bytes), radix: 16) }
  }
}
