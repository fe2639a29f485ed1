public import HaskapText

extension Schema {
  /// Compares the analyzers of this process with those that an index was built by.
  ///
  /// - Throws: `AnalyzerMismatch`; `AnalysisError` when there is no analyzer of a name.
  func checkAnalyzers(against built: KeyedList<String, String>, path: String) throws {
    for name in analyzerNames.sorted() {
      let present = try analyzer(named: name).fingerprint
      guard built[name] != present else { continue }
      throw AnalyzerMismatch(
        path: path, analyzer: name, built: built[name] ?? "nothing", present: present)
    }
  }

  /// The analyzer that can be given words.
  static let analyzerWithWords = "japanese"

  /// An analyzer as the index has it: with the words of the schema, where it is one that takes
  /// words.
  ///
  /// - Throws: `AnalysisError` when there is none of this name.
  public func analyzer(named name: String) throws -> Analyzer {
    var options = Analyzer.Options()
    if name == Self.analyzerWithWords { options.userWords = words }
    return try Analyzer(named: name, options: options)
  }
}
