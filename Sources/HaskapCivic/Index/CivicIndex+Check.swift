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
}
