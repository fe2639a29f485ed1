public import Haskap

extension DocumentIndexer {
  /// What was done, and what the index holds now.
  public struct Summary: Sendable, Encodable {
    public var index: String
    public var documents = 0
    /// Documents that a later one of the same key replaced.
    public var replaced = 0
    public var words = 0
    /// The size of the index.
    public var bytes = 0
    public var seconds = 0.0
    public var isSchemaGuessed = false
    public var schema: Schema
    /// The names that the schema does not have, with the number of their values.
    public var leftOut: [String: Int] = [:]
    /// Documents that could not be read and were passed over, where that was wanted.
    public var skipped: [SkippedDocuments] = []
    /// Escapes of half a surrogate pair in JSON, which became U+FFFD.
    public var replacements = 0
    /// What is odd in files and was read all the same.
    public var doubts: [FileDoubt] = []
    /// Files that were not in the index before.
    public var added: [String] = []
    /// Files of which the index had another text.
    public var changed: [String] = []
    public var unchanged: [String] = []
    /// Files that were read again because one is gone that had replaced documents of them.
    public var readAgain: [String] = []
    /// Files that are no longer in the index.
    public var dropped: [String] = []
    public var failed: [Failure] = []
    /// How many documents there were before any were read.
    var documentsBefore = 0

    init(index: String, schema: Schema) { (self.index, self.schema) = (index, schema) }

    /// For an index that was built, not changed.
    public var wordsPerSecond: Int { Int(Double(words) / max(seconds, 0.001)) }
  }

  /// A file that could not be read.
  public struct Failure: Sendable, Encodable {
    public var path: String
    /// A sentence that names the file.
    public var reason: String
    /// Whether the index keeps what it had of the file.
    public var isKept: Bool
  }
}

extension DocumentIndexer.Summary {
  private enum CodingKeys: String, CodingKey {
    case index, documents, replaced, words, bytes, seconds, isSchemaGuessed, schema, leftOut
    case skipped, replacements, doubts
    case added, changed, unchanged, readAgain, dropped, failed, wordsPerSecond
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(index, forKey: .index)
    try values.encode(documents, forKey: .documents)
    try values.encode(replaced, forKey: .replaced)
    try values.encode(words, forKey: .words)
    try values.encode(bytes, forKey: .bytes)
    try values.encode(seconds, forKey: .seconds)
    try values.encode(wordsPerSecond, forKey: .wordsPerSecond)
    try values.encode(isSchemaGuessed, forKey: .isSchemaGuessed)
    try values.encode(schema, forKey: .schema)
    try values.encode(leftOut, forKey: .leftOut)
    try values.encode(skipped, forKey: .skipped)
    try values.encode(replacements, forKey: .replacements)
    try values.encode(doubts, forKey: .doubts)
    try values.encode(added, forKey: .added)
    try values.encode(changed, forKey: .changed)
    try values.encode(unchanged, forKey: .unchanged)
    try values.encode(readAgain, forKey: .readAgain)
    try values.encode(dropped, forKey: .dropped)
    try values.encode(failed, forKey: .failed)
  }
}
