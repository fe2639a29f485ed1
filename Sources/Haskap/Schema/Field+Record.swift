extension Field {
  func encode(to record: inout RecordEncoder) {
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

  init(from record: inout RecordDecoder) throws(FormatError) {
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
