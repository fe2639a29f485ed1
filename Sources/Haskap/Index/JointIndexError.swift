/// Why several indexes cannot be read as one.
public struct JointIndexError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One sentence with the folders and the remedy.
  public var description: String
}

/// That indexes are made for each other.
extension JointIndexError {
  /// Documents are numbered over all segments by 32 bits.
  private static let mostDocuments = Int(UInt32.max)

  static func check(_ commits: [Commit]) throws(JointIndexError) {
    guard let first = commits.first else {
      throw JointIndexError(description: "no index is named; name the folder of one at least")
    }
    var seen: Set<String> = []
    for commit in commits {
      let path = commit.directory.path
      guard seen.insert(commit.directory.realPath).inserted else {
        throw JointIndexError(
          description: "the index '\(path)' is named twice; name each index once")
      }
      guard let difference = first.manifest.schema.difference(from: commit.manifest.schema)
      else { continue }
      throw JointIndexError(
        description: "the indexes '\(first.directory.path)' and '\(path)' cannot be read as one, "
          + "since \(difference); build all of them with the same schema")
    }
    let documents = commits.reduce(0) { sum, commit in
      commit.segments.reduce(sum) { $0 + $1.documentCount }
    }
    guard documents <= mostDocuments else {
      throw JointIndexError(
        description: "the indexes have \(documents) documents together, and a search reaches "
          + "\(mostDocuments); search them in two groups")
    }
  }
}

extension Schema {
  /// What the two do not have in common, as the end of a sentence; nil where they are equal.
  fileprivate func difference(from other: Schema) -> String? {
    guard self != other else { return nil }
    let names = (fields + other.fields).map(\.name)
    if let name = names.first(where: { self[$0] != other[$0] }) {
      return self[name] == nil || other[name] == nil
        ? "only one of them has a field '\(name)'" : "their fields '\(name)' differ"
    }
    if key != other.key { return "their keys differ" }
    return words != other.words ? "their words differ" : "their fields stand in another order"
  }
}
