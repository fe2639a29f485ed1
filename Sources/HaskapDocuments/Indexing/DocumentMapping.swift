public import Haskap

/// Makes documents of the engine from those of a file: each value as its field keeps it.
public struct DocumentMapping {
  /// The names that the schema does not have, with the number of documents that have them. Names
  /// beyond the first hundred are not counted.
  public private(set) var leftOut: [String: Int] = [:]
  private let fields: [String: Field]

  public init(_ schema: Schema) {
    fields = Dictionary(uniqueKeysWithValues: schema.fields.map { ($0.name, $0) })
  }

  /// - Throws: `InputError` with the document's place when a value is none of its field.
  public mutating func document(_ source: SourceDocument) throws -> Document {
    var document = Document()
    for member in source.members {
      if let field = fields[member.name] {
        if let value = try Self.value(member.value, of: field, in: source) {
          document.append(value, to: field.name)
        }
      } else if leftOut.count < 100 || leftOut[member.name] != nil {
        leftOut[member.name, default: 0] += 1
      }
    }
    return document
  }

  private static func value(
    _ value: SourceValue, of field: Field, in source: SourceDocument
  ) throws -> FieldValue? {
    switch field.kind {
    case .text, .keyword: return .text(value.text)
    case .stored:
      if case .integer(let integer) = value { return .integer(integer) }
      return .text(value.text)
    case .integer:
      if case .integer(let integer) = value { return .integer(integer) }
      if let integer = Int64(value.text) { return .integer(integer) }
      throw misfit(value, "an integer", field, source)
    case .decimal:
      if let number = DecimalNumber.parse(value.text) { return .decimal(number) }
      throw misfit(value, "a number such as 1.5", field, source)
    case .boolean:
      if let flag = Bool(value.text.lowercased()) { return .boolean(flag) }
      throw misfit(value, "true or false", field, source)
    case .time:
      if let time = TimeOfDay(value.text) { return .text(time.description) }
      throw misfit(value, "a time of day such as 09:30", field, source)
    case .date:
      guard let day = day(value.text) else {
        throw misfit(value, "a day such as 2023-08-22", field, source)
      }
      return .text(day.description)
    }
  }

  /// A day; of a moment (`2023-08-22T10:00:00Z`) the day that is written in it.
  private static func day(_ text: String) -> Day? {
    let isMoment = text.dropFirst(10).first.map { $0 == "T" || $0 == " " } ?? false
    return Day(isMoment ? String(text.prefix(10)) : text)
  }

  private static func misfit(
    _ value: SourceValue, _ expected: String, _ field: Field, _ source: SourceDocument
  ) -> InputError {
    source.error(
      "field '\(field.name)': expected \(expected), found '\(value.text.prefix(40))'; "
        + "mend the line, or give the field another type by --schema "
        + "(haskap index --guess shows the schema to begin with)")
  }
}
