/// Why reports cannot be added to an index, or taken out of it.
public enum CivicUpdateError: Error, Sendable, Equatable {
  case noIndex(String)
  /// The index holds other documents than reports.
  case otherDocuments(String)
  /// Another version of the program has built the index.
  case otherVersion(String)
  case notInIndex(String, index: String, reports: [String])
}

extension CivicUpdateError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noIndex(let index):
      "there is no index '\(index)' yet; build it with: haskap index"
    case .otherDocuments(let index):
      "the index '\(index)' holds other documents than reports; name an index of reports by --index"
    case .otherVersion(let index):
      "the index '\(index)' was built by another version of haskap; build it again with: haskap index"
    case .notInIndex(let path, let index, let reports):
      "\(path) is no report of the index '\(index)'; it has: "
        + reports.prefix(8).joined(separator: ", ") + (reports.count > 8 ? ", …" : "")
    }
  }
}
