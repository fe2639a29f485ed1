internal import HaskapText

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
    let foldings = options.foldings.inOrder
    record.append(foldings.count)
    for folding in foldings { record.append(folding.rawValue) }
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
        foldings: try Self.foldings(&record), stored: stored)
    case "keyword": self = .keyword(name, stored: stored, column: column)
    case "integer": self = .integer(name, stored: stored)
    case "decimal": self = .decimal(name, stored: stored)
    case "boolean": self = .boolean(name, stored: stored)
    case "date": self = .date(name, stored: stored)
    case "moment": self = .moment(name, stored: stored)
    case "time": self = .time(name, stored: stored)
    case "stored": self = .stored(name)
    default: throw record.error("a type of field", found: "'\(type)'")
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
}
