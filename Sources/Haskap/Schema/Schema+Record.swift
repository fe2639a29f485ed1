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
