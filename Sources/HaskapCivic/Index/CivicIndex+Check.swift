internal import Haskap

extension CivicIndex {
  /// What is damaged in the folder `entities` of an index of reports. Answers are right without it;
  /// they take longer.
  public static func checkEntities(path: String) -> [any Error] {
    (StoredEntities.check(of: path)?.problems ?? []).map { problem in
      guard var error = problem as? FormatError else { return problem }
      error.file = "entities/" + error.file
      error.remedy = "build the index again; answers are right meanwhile, and slower"
      return error
    }
  }

  /// Whether an index of reports has no folder `entities` of its commit: a writer that was stopped
  /// may leave it so.
  public static func lacksEntities(path: String) -> Bool {
    guard let reader = try? IndexReader(path: path), isCivic(reader) else { return false }
    return StoredEntities(of: reader) == nil
  }
}
