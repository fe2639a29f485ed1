internal import HaskapText

/// How the schema is written in the manifest.
extension Schema {
  func encode(to record: inout RecordEncoder) {
    record.append(fields.count)
    for field in fields { field.encode(to: &record) }
    record.append(key ?? "")
  }

  init(from record: inout RecordDecoder) throws(FormatError) {
    var fields: [Field] = []
    for _ in 0..<(try record.count()) { fields.append(try Field(from: &record)) }
    let key = try record.text()
    do {
      try self.init(fields, key: key.isEmpty ? nil : key)
    } catch {
      throw record.error("a sound schema", found: "\(error)")
    }
  }
}

/// The part of the schema at the end of the manifest, which manifests of before do not have. A zero,
/// which is what files are padded with, says that there is nothing.
extension Schema {
  func encodeRest(to record: inout RecordEncoder) {
    let texts = fields.compactMap(\.textOptions)
    record.append(texts.count)
    for options in texts {
      let foldings = options.foldings.inOrder
      record.append(foldings.count)
      for folding in foldings { record.append(folding.rawValue) }
    }
    record.append(words.count)
    for word in words {
      record.append(word.text)
      record.append(max(0, word.cost ?? 0))
      record.append(word.reading ?? "")
    }
  }

  /// This schema with its rest.
  func completed(from record: inout RecordDecoder) throws(FormatError) -> Schema {
    var fields = fields
    let texts = fields.indices.filter { fields[$0].textOptions != nil }
    let count = record.isAtEnd ? 0 : try record.count()
    guard count == 0 || count == texts.count else {
      throw record.error("foldings of \(texts.count) text fields", found: "of \(count)")
    }
    for place in texts.prefix(count) {
      fields[place] = fields[place].with(foldings: try Self.foldings(&record))
    }
    var words: [UserWord] = []
    for _ in 0..<(record.isAtEnd ? 0 : try record.count()) { words.append(try Self.word(&record)) }
    do {
      return try Schema(fields, key: key, words: words)
    } catch {
      throw record.error("a sound schema", found: "\(error)")
    }
  }

  private static func foldings(_ record: inout RecordDecoder) throws(FormatError) -> FoldingSet {
    var foldings: FoldingSet = []
    for _ in 0..<(try record.count()) {
      let name = try record.text()
      guard let folding = Folding(rawValue: name) else {
        throw record.error("a folding", found: "'\(name)'")
      }
      foldings.insert(folding)
    }
    return foldings
  }

  private static func word(_ record: inout RecordDecoder) throws(FormatError) -> UserWord {
    let text = try record.text()
    let cost = try record.integer()
    let reading = try record.text()
    return UserWord(
      text, cost: cost == 0 ? nil : cost, reading: reading.isEmpty ? nil : reading)
  }
}

extension Field {
  fileprivate func encode(to record: inout RecordEncoder) {
    record.append(name)
    record.append(kind.name)
    record.append(isStored)
    record.append(hasColumn)
    guard case .text(let options) = kind else { return }
    record.append(options.analyzer)
    record.append(options.positions)
    record.append(options.weight)
    record.append(options.b)
    record.append(options.grams)
  }

  fileprivate init(from record: inout RecordDecoder) throws(FormatError) {
    let name = try record.text()
    let type = try record.text()
    let stored = try record.flag()
    let column = try record.flag()
    switch type {
    case "text":
      self = .text(
        name, analyzer: try record.text(), positions: try record.flag(),
        weight: try record.number(), b: try record.number(), grams: try record.flag(),
        stored: stored)
    case "keyword": self = .keyword(name, stored: stored, column: column)
    case "integer": self = .integer(name, stored: stored)
    case "date": self = .date(name, stored: stored)
    case "stored": self = .stored(name)
    default: throw record.error("a type of field", found: "'\(type)'")
    }
  }
}
