internal import HaskapText

/// What the dictionaries of the index tell about a query's words.
extension QueryInterpreter {
  /// The values of a keyword field that are the text once both are normalized: ABC-1 for `abc-1`.
  func values(alike text: String, in field: String) throws -> [[UInt8]] {
    let typed = Array(text.utf8)
    let alike = try reader?.terms(of: field, spelled: unnormalized(text)) ?? []
    return alike.contains(typed) ? alike : [typed] + alike
  }

  /// The values of a keyword field that begin with the text once both are normalized.
  func beginning(_ text: String, of field: String) throws -> Query {
    let typed = Array(text.utf8)
    let alike = try reader?.beginnings(of: field, spelled: unnormalized(text)) ?? []
    let spelled = alike.contains(typed) ? alike : [typed] + alike
    return .best(spelled.map { .prefix(field: field, $0) })
  }

  private func unnormalized(_ text: String) throws -> [[[Unicode.Scalar]]] {
    let normal = try spellings.normalized(text, by: "keyword")
    return String(decoding: normal, as: UTF8.self).unicodeScalars.map(UnnormalizedForms.of)
  }

  /// The documents that have a field.
  func having(_ field: String) throws -> Query {
    guard let reader, let kind = schema[field]?.kind else {
      return .filter(.range(field: field, TermRange()))
    }
    if case .text = kind { return .documents(try reader.documents(withTextIn: field)) }
    let hasColumn = schema[field]?.hasColumn == true
    return hasColumn
      ? .documents(try reader.documents(having: field))
      : .filter(.range(field: field, TermRange()))
  }
}

extension IndexReader {
  private static let mostTerms = 64
  /// Bounds the time for a word of many letters that all have other forms.
  private static let mostLooks = 4096

  /// The terms of a field that are spelled by one form at each place.
  func terms(of field: String, spelled places: [[[Unicode.Scalar]]]) throws -> [[UInt8]] {
    try spelled(places, in: field) { try $0.has($1) }
  }

  /// What terms of a field begin with that is spelled so.
  func beginnings(of field: String, spelled places: [[[Unicode.Scalar]]]) throws -> [[UInt8]] {
    try spelled(places, in: field) { _, _ in true }
  }

  /// Every beginning is looked up in the dictionary, and only those that are there go on.
  private func spelled(
    _ places: [[[Unicode.Scalar]]], in field: String,
    where isWanted: (TermDictionary, [UInt8]) throws -> Bool
  ) throws -> [[UInt8]] {
    var found: Set<[UInt8]> = []
    for segment in segments {
      let index = segment.inverted
      guard let number = index.field(named: field),
        index.places[number].dictionary.termCount > 0
      else { continue }
      let dictionary = index.dictionaries[number]
      var beginnings: [[UInt8]] = [[]]
      var looks = 0
      for forms in places {
        beginnings = try beginnings.flatMap { beginning in
          try forms.compactMap { form -> [UInt8]? in
            looks += 1
            let next = beginning + Array(String(String.UnicodeScalarView(form)).utf8)
            guard looks <= Self.mostLooks else { return nil }
            return try dictionary.hasTerm(beginningWith: next) ? next : nil
          }
        }
      }
      for term in beginnings where try isWanted(dictionary, term) { found.insert(term) }
    }
    return Array(found.sorted { $0.lexicographicallyPrecedes($1) }.prefix(Self.mostTerms))
  }

  /// The documents with a word in a text field.
  func documents(withTextIn field: String) throws -> DocumentSets {
    DocumentSets(
      words: try segments.map { segment in
        let index = segment.inverted
        var words = [UInt64](repeating: 0, count: (index.documentCount + 63) / 64)
        guard let number = index.field(named: field), index.documentCount > 0 else { return words }
        let codes = try index.fieldNorms(field: number)
        for document in 0..<index.documentCount where codes[document] > 0 {
          words[document >> 6] |= 1 << UInt64(document & 63)
        }
        return words
      })
  }
}

extension TermDictionary {
  fileprivate func hasTerm(beginningWith bytes: [UInt8]) throws -> Bool {
    try bytes.withUnsafeBytes { target in
      var cursor = try cursor(from: target)
      return try cursor.advance() && cursor.term.starts(with: target)
    }
  }

  fileprivate func has(_ term: [UInt8]) throws -> Bool {
    try term.withUnsafeBytes { try find($0) != nil }
  }
}
