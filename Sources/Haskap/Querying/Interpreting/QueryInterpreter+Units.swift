internal import HaskapText

/// Words and quoted texts: what is looked for as a run of characters, as neighboring words, or as
/// the beginning of a word.
extension QueryInterpreter {
  /// - Parameter labels: keyword fields in whose values it is looked for as well.
  func newUnit(
    _ text: String, in fields: [WeightedField], _ labels: [String]
  ) throws -> Query {
    let inTexts = try byAnalysis(fields).flatMap { analysis, fields -> [Query] in
      let inGrams = fields.filter { keepsGrams($0.name) }
      let inWords = fields.filter { !keepsGrams($0.name) }
      var queries: [Query] = []
      if !inGrams.isEmpty { queries.append(try run(text, analysis, in: inGrams)) }
      if !inWords.isEmpty { queries += try words(text, analysis, in: inWords) }
      return queries
    }
    let inLabels = try labels.flatMap { try labelled(text, in: $0) }
    return .best(inTexts + (try raised(inLabels, over: inTexts)) + inLabels)
  }

  /// Labels that count more than any other spelling in the texts does, and hardly more than what is
  /// written there.
  private func raised(_ labels: [Query], over texts: [Query]) throws -> [Query] {
    guard !labels.isEmpty, let searcher = reader?.makeSearcher() else { return [] }
    let found = try labels.filter(searcher.mayMatch)
    let scores = found.isEmpty ? [] : try texts.compactMap(searcher.scoresAsWritten)
    guard let scores = scores.max(by: { $0.lowerBound < $1.lowerBound }) else { return [] }
    return found.map { label in
      let factor = if case .boosted(_, let factor) = label { factor } else { 1.0 }
      let step = (scores.upperBound - scores.lowerBound) / 8
      return .constantScore(label, scores.lowerBound + step * factor)
    }
  }

  /// The documents of which the text is a tag, code or label, or is in one.
  func labelled(_ text: String, in field: String) throws -> [Query] {
    let whole = try values(alike: text, in: field)
    let parts = try values(containing: text, in: field).filter { !whole.contains($0) }
    let terms = whole.map { Query.term(field: field, $0) }
    guard !parts.isEmpty else { return terms }
    let within =
      parts.count <= Self.mostLabels
      ? Query.best(parts.map { .term(field: field, $0) })
      : .wildcard(
        field: field,
        WildcardPattern([.run] + text.unicodeScalars.map { .scalar($0) } + [.run]), limit: .max)
    return terms + [.boosted(within, by: Self.weightWithinLabel)]
  }

  /// What a word counts that is a part of a label, against one that is the whole of it.
  private static let weightWithinLabel = 0.5
  /// More labels with a word are not weighed one by one.
  private static let mostLabels = 256

  /// None of a field that answers do not show, such as the path of the file.
  private func values(containing text: String, in field: String) throws -> [[UInt8]] {
    guard let reader, let shown = schema[field], shown.isStored || shown.hasColumn else {
      return []
    }
    return try reader.memory.object { KnownLabels() }.values(
      of: field, containing: try spellings.normalized(text, by: "keyword"), in: reader,
      try spellings.session("keyword"))
  }

  func keepsGrams(_ field: String) -> Bool { schema[field]?.textOptions?.grams == true }

  private func run(
    _ text: String, _ analysis: Spellings.Analysis, in fields: [WeightedField]
  ) throws -> Query {
    let forms = try forms(of: Self.withoutJoinedSpaces(text), analysis)
    let variants = try (forms + spellings.wrapped(forms)).compactMap { form -> UnitVariant? in
      let analyzed = try spellings.analyzed(form.text, by: analysis.analyzer)
      guard !analyzed.utf8.isEmpty else { return nil }
      return UnitVariant(
        analyzed, tier: form.tier, endsWord: form.endsWord,
        isWholeNumber: form.isWholeNumber)
    }
    return variants.isEmpty ? .none : .unit(TextUnit(fields: fields, variants: variants))
  }

  /// Without the white space at its ends that stands beside a Japanese character: normalized text
  /// has none between two of these.
  private static func withoutJoinedSpaces(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return text }
    let start = isJoined(scalars[first]) ? first : scalars.startIndex
    let end = isJoined(scalars[last]) ? scalars.index(after: last) : scalars.endIndex
    return String(scalars[start..<end])
  }

  /// Of Japanese, its punctuation included.
  private static func isJoined(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isJapanese || 0x3001...0x3030 ~= scalar.value
  }

  private func forms(of text: String, _ analysis: Spellings.Analysis) throws -> [Spellings.Form] {
    try spellings.forms(of: text, isExact ? analysis.exact : analysis)
  }

  /// The forms as neighboring words. Other forms count a quarter for each step away from what was
  /// typed, so that they come after it where words are about as rare.
  private func words(
    _ text: String, _ analysis: Spellings.Analysis, in fields: [WeightedField]
  ) throws -> [Query] {
    try forms(of: text, analysis).map { form in
      let query = try words(form.text, by: analysis.analyzer, in: fields)
      guard form.tier > 0 else { return query }
      return .boosted(query, by: 1 / Double(1 << (2 * form.tier)))
    }
  }

  private func words(
    _ text: String, by analyzer: String, in fields: [WeightedField]
  ) throws -> Query {
    let terms = try spellings.terms(of: text, by: analyzer)
    guard terms.count > 1 else { return terms.first.map { .fields(fields, $0) } ?? .none }
    return .best(fields.map { .boosted(.phrase(field: $0.name, terms), by: $0.weight) })
  }

  /// What begins with a text: the last of its words may go on. Japanese has no spaces that tell
  /// where words begin, so in fields that keep grams 協働* finds what 協働 finds.
  func prefix(_ text: String, in fields: [WeightedField]) throws -> Query {
    .best(
      try byAnalysis(fields).flatMap { analysis, fields in
        let terms = try spellings.terms(of: text, by: analysis.analyzer)
        guard terms.count == 1 else { return [try unit(text, in: fields)] }
        let isJapanese = text.unicodeScalars.last?.isJapanese == true
        let asUnit = fields.filter { isJapanese && keepsGrams($0.name) }
        let others = fields.filter { !asUnit.contains($0) }
        return (asUnit.isEmpty ? [] : [try unit(text, in: asUnit)])
          + others.map { .boosted(.prefix(field: $0.name, terms[0]), by: $0.weight) }
      })
  }

  private func byAnalysis(
    _ fields: [WeightedField]
  ) -> [(analysis: Spellings.Analysis, fields: [WeightedField])] {
    var groups: [(analysis: Spellings.Analysis, fields: [WeightedField])] = []
    for field in fields {
      let analysis = Spellings.Analysis(schema[field.name])
      if let place = groups.firstIndex(where: { $0.analysis == analysis }) {
        groups[place].fields.append(field)
      } else {
        groups.append((analysis, [field]))
      }
    }
    return groups
  }
}
