internal import HaskapText

/// The analyzers of a schema by their names.
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
