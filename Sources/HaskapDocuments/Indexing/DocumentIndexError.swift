/// Why an index of documents cannot be changed.
public enum DocumentIndexError: Error, Sendable, Equatable {
  case noIndex(String)
  /// Nothing tells of which file a document is: another version, or another program, has built it.
  case otherBuilder(String)
  case notInIndex(String, index: String, files: [String])
  case exists(String)
}

extension DocumentIndexError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noIndex(let index):
      "there is no index '\(index)' yet; build it with: haskap index FILE --index '\(index)'"
    case .otherBuilder(let index):
      "the index '\(index)' does not tell the files of its documents, since another version or "
        + "program has built it; build it again with: haskap index FILE --index '\(index)'"
    case .exists(let index):
      "there is an index '\(index)' already; name a new folder, or let it give way with --replace"
    case .notInIndex(let path, let index, let files):
      "\(path) is no file of the index '\(index)'; it has: "
        + files.prefix(8).joined(separator: ", ") + (files.count > 8 ? ", …" : "")
    }
  }
}
