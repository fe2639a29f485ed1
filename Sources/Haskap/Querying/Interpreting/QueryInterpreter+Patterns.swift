internal import HaskapQuery
internal import HaskapText

/// Patterns, words near each other, and ranges. Each stands for words as the field's analyzer cuts
/// them; a pattern with Japanese in it also for any run of characters in a field that keeps grams,
/// since nobody sees where such words are cut.
extension QueryInterpreter {
  func wildcard(_ text: String, in fields: [WeightedField]) throws -> Query {
    try best(of: fields) { field, analyzer in
      let pattern = try pattern(text, by: analyzer)
      let words = Query.wildcard(field: field, pattern)
      let isRun =
        schema[field]?.textOptions?.grams == true
        && text.unicodeScalars.contains(where: \.isJapanese)
      guard isRun else { return words }
      // Without a run inside, the characters of a word that fits are found as well.
      let run = Query.run(field: field, [pattern])
      return pattern.hasInnerRun ? .best([words, run]) : run
    }
  }

  /// The best of what is asked of each field, by the fields' weights.
  private func best(
    of fields: [WeightedField], _ query: (_ field: String, _ analyzer: String) throws -> Query
  ) throws -> Query {
    .best(
      try fields.map { field in
        let analyzer = schema[field.name]?.textOptions?.analyzer ?? "keyword"
        return .boosted(try query(field.name, analyzer), by: field.weight)
      })
  }

  /// The pattern with what is between its signs normalized as the field's texts are.
  private func pattern(_ text: String, by analyzer: String) throws -> WildcardPattern {
    var elements: [WildcardPattern.Element] = []
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "*" || scalar == "?" {
        elements.append(scalar == "*" ? .run : .one)
        rest.removeFirst()
        continue
      }
      let piece = rest.prefix { $0 != "*" && $0 != "?" }
      rest = rest[piece.endIndex...]
      elements += try normalized(String(piece), by: analyzer).unicodeScalars.map { .scalar($0) }
    }
    return WildcardPattern(elements)
  }

  /// A word that the analyzer leaves whole: those like it. Japanese in a field with grams: what
  /// differs in so many characters, wherever words are cut (`NearSpellings`). Several words: words
  /// like all of them.
  func fuzzy(_ text: String, distance: Int, in fields: [WeightedField]) throws -> Query {
    if isExact { return try unit(text, in: fields) }
    // Those of fields with one analyzer are the same.
    var known: [String: [WildcardPattern]?] = [:]
    let alike = try best(of: fields) { field, analyzer in
      try fuzzy(text, by: analyzer, distance: distance, in: field) { scalars in
        let patterns =
          known[analyzer] ?? NearSpellings.patterns(of: scalars, distance: distance)
        known[analyzer] = .some(patterns)
        return patterns
      }
    }
    return .best([try unit(text, in: fields), .boosted(alike, by: 0.25)])
  }

  private func fuzzy(
    _ text: String, by analyzer: String, distance: Int, in field: String,
    _ patterns: ([Unicode.Scalar]) -> [WildcardPattern]?
  ) throws -> Query {
    let words = try spellings.terms(of: text, by: analyzer)
    if keepsGrams(field), text.unicodeScalars.contains(where: \.isJapanese) {
      let scalars = Array(try normalized(text, by: analyzer).unicodeScalars)
      guard let patterns = patterns(scalars) else {
        return try similar(to: text, in: field, lacking: 2 * distance)
      }
      return .run(field: field, patterns)
    }
    return .all(
      words.map { word in
        let term = FuzzyTerm(String(decoding: word, as: UTF8.self), distance: distance)
        return .fuzzy(field: field, term)
      })
  }

  /// Fields without positions are left out, unless there are no others.
  func near(_ text: String, slop: Int, in fields: [WeightedField]) throws -> Query {
    let able = fields.filter { schema[$0.name]?.textOptions?.positions == true }
    return try best(of: able.isEmpty ? fields : able) { field, analyzer in
      .near(field: field, try spellings.terms(of: text, by: analyzer), slop: slop)
    }
  }

  /// A range of the terms of text fields.
  func range(_ range: QueryRange, in fields: [WeightedField]) throws -> Query {
    try best(of: fields) { field, analyzer in
      let terms = try terms(of: range) { Array(try normalized($0, by: analyzer).utf8) }
      return .range(field: field, terms)
    }
  }

  /// A range of the values of a field that is no text.
  func range(_ range: QueryRange, of name: String) throws -> Query {
    if let numbers = try numbers(range, of: name) { return numbers }
    return .filter(.range(field: name, try terms(of: range) { Array($0.utf8) }))
  }

  private func terms(
    of range: QueryRange, _ term: (String) throws -> [UInt8]
  ) throws -> TermRange {
    let (lower, upper) = (try range.lower.map(term), try range.upper.map(term))
    return TermRange(
      from: lower.map { range.includesLower ? .including($0) : .excluding($0) } ?? .open,
      to: upper.map { range.includesUpper ? .including($0) : .excluding($0) } ?? .open)
  }

  func normalized(_ text: String, by analyzer: String) throws -> String {
    String(decoding: try spellings.analyzed(text, by: analyzer).utf8, as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// Kana, Han, and the marks of both.
  var isJapanese: Bool {
    0x3005...0x9FFF ~= value || 0xF900...0xFAFF ~= value || 0xFF66...0xFF9F ~= value
      || value >= 0x20000
  }
}
