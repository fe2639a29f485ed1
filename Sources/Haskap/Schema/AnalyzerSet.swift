public import HaskapText

/// The analysers of a schema by their names.
struct AnalyzerSet: Sendable {
  let analyzers: [String: Analyzer]

  init(_ schema: Schema) throws {
    analyzers = try schema.analyzerNames.reduce(into: [:]) { analyzers, name in
      analyzers[name] = try schema.analyzer(named: name)
    }
  }

  var fingerprints: KeyedList<String, String> {
    analyzers.reduce(into: [:]) { $0[$1.key] = $1.value.fingerprint }
  }
}

extension Schema {
  /// Compares the analysers of this process with those that an index was built by.
  ///
  /// - Throws: `AnalyzerMismatch`; `AnalysisError` when there is no analyser of a name.
  func checkAnalyzers(against built: KeyedList<String, String>, path: String) throws {
    for name in analyzerNames.sorted() {
      let present = try analyzer(named: name).fingerprint
      guard built[name] != present else { continue }
      throw AnalyzerMismatch(
        path: path, analyzer: name, built: built[name] ?? "nothing", present: present)
    }
  }

  /// The analyser that can be given words.
  static let analyzerWithWords = "civic"

  /// An analyser as the index has it: with the words of the schema, where it is one that takes
  /// words.
  ///
  /// - Throws: `AnalysisError` when there is none of this name.
  public func analyzer(named name: String) throws -> Analyzer {
    var options = Analyzer.Options()
    if name == Self.analyzerWithWords { options.userWords = words }
    return try Analyzer(named: name, options: options)
  }
}

/// The index was built by an analyser that cuts otherwise than this machine's, so that words of
/// queries would not be the words of the index.
public struct AnalyzerMismatch: Error, Hashable, Sendable {
  /// The folder of the index.
  public var path: String
  public var analyzer: String
  /// The fingerprint of the analyser that the index was built by.
  public var built: String
  /// The fingerprint of the analyser of this process.
  public var present: String
}

extension AnalyzerMismatch: CustomStringConvertible {
  public var description: String {
    "The index '\(path)' was built by analyser '\(analyzer)' as '\(built)', but here it is "
      + "'\(present)'; build the index again from its documents."
  }
}
