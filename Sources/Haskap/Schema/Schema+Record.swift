internal import HaskapText

/// How the schema is written in the manifest.
extension Schema {
  func encode(to record: inout RecordEncoder) {
    record.append(fields.count)
    for field in fields { field.encode(to: &record) }
    record.append(key ?? "")
    record.append(words.count)
    for word in words {
      record.append(word.text)
      record.append(max(0, word.cost ?? 0))
      record.append(word.reading ?? "")
    }
  }

  init(from record: inout RecordDecoder) throws(FormatError) {
    var fields: [Field] = []
    for _ in 0..<(try record.count()) { fields.append(try Field(from: &record)) }
    let key = try record.text()
    var words: [UserWord] = []
    for _ in 0..<(try record.count()) { words.append(try Self.word(&record)) }
    do {
      try self.init(fields, key: key.isEmpty ? nil : key, words: words)
    } catch {
      throw record.error("a sound schema", found: "\(error)")
    }
  }

  private static func word(_ record: inout RecordDecoder) throws(FormatError) -> UserWord {
    let text = try record.text()
    let cost = try record.integer()
    let reading = try record.text()
    return UserWord(
      text, cost: cost == 0 ? nil : cost, reading: reading.isEmpty ? nil : reading)
  }
}
