public import HaskapText
internal import Synchronization

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
    guard name == Self.analyzerWithWords, !words.isEmpty else { return try Analyzer(named: name) }
    return try Self.last.withLock { last in
      var options = Analyzer.Options()
      options.userWords = words
      let known = last?.words == words ? last?.analyzer : nil
      let analyzer = try known ?? Analyzer(named: name, options: options)
      // The same array of words is told at once the next time, an equal one is not.
      last = (words, analyzer)
      return analyzer
    }
  }

  /// The last one with words: each question needs it, and to order the words takes longer than to
  /// cut what is asked.
  private static let last = Mutex<(words: [UserWord], analyzer: Analyzer)?>(nil)
}
