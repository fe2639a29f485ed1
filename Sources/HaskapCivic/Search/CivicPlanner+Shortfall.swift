internal import Haskap
internal import HaskapDocuments
internal import HaskapQuery
internal import HaskapText

extension CivicPlanner {
  /// Why nothing passes the filters that has all words.
  func shortfall() throws -> Shortfall {
    let bounds = filters.map { Shortfall.Part($0.name, isFilter: true) }
    let ofType = types.isEmpty ? [] : [Shortfall.Part(typeName, isFilter: true)]
    let asked = clauses.map { Shortfall.Part($0.description, isFilter: !$0.isWord) }
    // What there is without one of two words is what there is of the other.
    var known: [[Int]: Int] = [:]
    return try Shortfall(asked + bounds + ofType) { parts in
      if let count = known[parts] { return count }
      let count = try count(ofParts: parts)
      known[parts] = count
      return count
    }
  }

  private func count(ofParts parts: [Int]) throws -> Int {
    guard parts.count == 1, parts[0] < clauses.count, case .word(let text) = clauses[parts[0]]
    else { return try searcher.count(query(ofParts: parts)) }
    return try knownTexts.counts.value(of: text) { try searcher.count(query(ofParts: parts)) }
  }

  /// What a request would look for that has only some parts of this one: first come those of the
  /// query, then the filters, last the types.
  private func query(ofParts parts: [Int]) throws -> Query {
    let asked = parts.filter { $0 < clauses.count }.map { clauses[$0] }
    let bounds = parts.map { $0 - clauses.count }.filter(filters.indices.contains)
    return try filtered(
      .all([.everything] + asked.map { try interpreter.query($0.takingTimes) }),
      labels: asked.flatMap(\.textsAndConditions.texts), by: bounds.map { filters[$0] },
      asked.flatMap(\.textsAndConditions.conditions),
      parts.contains(clauses.count + filters.count) ? types : [])
  }

  /// Whether a text finds anything under the filters of the request.
  func finds(_ text: String) throws -> Bool {
    let query = try interpreter.query(unit: text)
    return try searcher.hasMatch(
      filtered(query, labels: [text], by: filters, conditions, types))
  }

  private var typeName: String { "種別: " + types.map(\.label).joined(separator: "、") }

  /// The words that were typed as such in parts which nothing has, under whatever filters; a word of the
  /// thesaurus is spelled as it should be.
  func misspelled(in shortfall: Shortfall, _ thesaurus: Thesaurus) throws -> [String] {
    let absent = Set(shortfall.words.filter { $0.count == 0 }.map(\.text))
    var analyzed = AnalyzedText()
    return try wanted.filter { absent.contains($0.description) }.flatMap(\.words).filter { word in
      try session.analyze(word, into: &analyzed)
      return !thesaurus.hasWord(analyzed)
    }
  }
}
