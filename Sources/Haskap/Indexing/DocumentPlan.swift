/// A schema as the writing side reads it: for each field what is to be done with its values.
struct DocumentPlan: Sendable {
  let schema: Schema
  let indexedFields: [IndexedField]
  let pairs: PairRule
  /// How much of the stored documents of a segment is not packed, in bytes.
  let plainLength: Int
  /// The places of the schema's fields by name.
  private let places: [String: Int]
  /// The searched field of each field of the schema, where it has one.
  private let inverted: [Int?]
  private let grams: [GramsPlace?]

  init(_ schema: Schema, pairs: PairRule, plainLength: Int = DocumentBlockLayout.plainLength) {
    let indexedFields = schema.indexedFields
    func place(_ name: String) -> Int? { indexedFields.firstIndex { $0.name == name } }
    self.schema = schema
    self.indexedFields = indexedFields
    self.pairs = pairs
    self.plainLength = plainLength
    places = Dictionary(
      uniqueKeysWithValues: schema.fields.enumerated().map { ($1.name, $0) })
    inverted = schema.fields.map { place($0.name) }
    let gramsFields = schema.gramsFields
    grams = schema.fields.map { field in
      guard let inverted = place(Schema.gramsName(of: field.name)),
        let boundaries = gramsFields.firstIndex(of: field.name)
      else { return nil }
      return GramsPlace(inverted: inverted, boundaries: boundaries)
    }
  }

  /// The searched field that takes a text's grams, and the number among the fields that have them.
  struct GramsPlace: Sendable {
    var inverted: Int
    var boundaries: Int
  }

  /// A value with all that the writer needs to know of its field.
  struct Item: Sendable {
    var field: Int
    var kind: Field.Kind
    var isStored: Bool
    var inverted: Int?
    var grams: GramsPlace?
    var value: FieldValue
    /// The value as a column of numbers keeps it.
    var number: Int64?

    /// How much there is to invert, at most.
    var size: TextSize {
      guard inverted != nil, let bytes = value.text?.utf8.count else { return TextSize() }
      if case .keyword = kind { return TextSize(bytes: bytes, tokens: 1) }
      return TextSize(bytes: bytes, tokens: bytes / 2 + 1 + (grams == nil ? 0 : bytes + 1))
    }
  }

  /// The size of text that is to be inverted.
  struct TextSize: Sendable {
    /// UTF-8.
    var bytes = 0
    /// Words and grams that it can have.
    var tokens = 0

    static func + (left: Self, right: Self) -> Self {
      Self(bytes: left.bytes + right.bytes, tokens: left.tokens + right.tokens)
    }

    static func - (left: Self, right: Self) -> Self {
      Self(bytes: left.bytes - right.bytes, tokens: left.tokens - right.tokens)
    }

    func holds(_ other: Self) -> Bool { other.bytes <= bytes && other.tokens <= tokens }
  }

  /// Indexing a document takes up to twenty bytes of memory for a byte of its text, and a buffer's
  /// addresses reach 3 GiB.
  static let maxTextLength = 128 << 20

  /// Compares a document with the schema.
  func items(of document: Document) throws(DocumentError) -> [Item] {
    var items: [Item] = []
    items.reserveCapacity(document.values.count)
    for (name, value) in document.values {
      guard let place = places[name] else {
        throw DocumentError(
          field: name,
          expected: "one of \(schema.fields.map(\.name).joined(separator: ", "))", found: name)
      }
      let field = schema.fields[place]
      items.append(
        Item(
          field: place, kind: field.kind, isStored: field.isStored, inverted: inverted[place],
          grams: grams[place], value: value, number: try Self.number(value, of: field)))
    }
    try check(items, of: document)
    return items
  }

  private func check(_ items: [Item], of document: Document) throws(DocumentError) {
    let bytes = items.reduce(0) { $0 + $1.size.bytes }
    guard bytes > Self.maxTextLength else { return }
    let largest = items.max { $0.size.bytes < $1.size.bytes }
    let name = schema.key.flatMap { document.text($0) }.map { " in document '\($0.prefix(100))'" }
    throw DocumentError(
      field: largest.map { schema.fields[$0.field].name } ?? "",
      expected: "at most \(Self.maxTextLength) bytes of text",
      found: "\(bytes) bytes\(name ?? "")")
  }

  /// The value of the key field; nil when the schema has no key.
  func key(of document: Document) throws(DocumentError) -> String? {
    guard let key = schema.key else { return nil }
    let values = document[key]
    guard values.count == 1, let text = values[0].text else {
      throw DocumentError(field: key, expected: "one key", found: "\(values.count) values")
    }
    guard !text.isEmpty else {
      throw DocumentError(field: key, expected: "a key", found: "an empty text")
    }
    return text
  }

  /// Checks a value's type, and makes a number of it where the field keeps numbers.
  private static func number(
    _ value: FieldValue, of field: Field
  ) throws(DocumentError) -> Int64? {
    if let number = field.kind.number(of: value) { return number }
    switch (field.kind, value) {
    case (.text, .text), (.stored, _): return nil
    case (.keyword, .text(let text)):
      let longest = TermDictionaryLayout.maxTermLength
      guard text.utf8.count <= longest else {
        throw DocumentError(
          field: field.name, expected: "a keyword of at most \(longest) bytes",
          found: "\(text.utf8.count)")
      }
      return nil
    case (let kind, .text(let text)) where kind.isNumeric:
      throw DocumentError(field: field.name, expected: kind.example, found: "'\(text)'")
    case (_, let value):
      throw DocumentError(
        field: field.name, expected: "a value for a field of type \(field.kind.name)",
        found: value.typeName)
    }
  }
}

extension FieldValue {
  fileprivate var typeName: String {
    switch self {
    case .text(let text): "the text '\(text.prefix(20))'"
    case .integer(let integer): "the integer \(integer)"
    case .boolean(let flag): "\(flag)"
    case .bytes(let bytes): "\(bytes.count) bytes"
    }
  }
}
