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
