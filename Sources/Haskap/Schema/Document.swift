/// Values by field, in the order in which they were given; a field may have several.
///
///     let document: Document = [
///       "id": "2023-17", "name": "まちかどミーティング", "year": 2023,
///       "departments": ["市民生活課", "協働・男女平等参画室"],
///     ]
public struct Document: Sendable, Hashable {
  /// All pairs of field and value.
  public private(set) var values: [(field: String, value: FieldValue)] = []

  public init() {}

  public mutating func append(_ value: FieldValue, to field: String) {
    values.append((field, value))
  }

  public mutating func append(_ text: String, to field: String) {
    append(.text(text), to: field)
  }

  public mutating func append(_ integer: some BinaryInteger, to field: String) {
    append(.integer(Int64(clamping: integer)), to: field)
  }

  /// For fields of type decimal.
  public mutating func append(_ number: Double, to field: String) {
    append(.text(DecimalNumber.text(number)), to: field)
  }

  public mutating func append(_ flag: Bool, to field: String) {
    append(.boolean(flag), to: field)
  }

  /// All values of a field.
  public subscript(_ field: String) -> [FieldValue] {
    values.filter { $0.field == field }.map(\.value)
  }

  /// The first value of a field, where that is text.
  public func text(_ field: String) -> String? {
    values.lazy.compactMap { if $0.field == field { $0.value.text } else { nil } }.first
  }

  /// The first value of a field, where that is an integer.
  public func integer(_ field: String) -> Int64? {
    values.lazy.compactMap { if $0.field == field { $0.value.integer } else { nil } }.first
  }

  /// The first value of a field, where that is a number or written as one.
  public func decimal(_ field: String) -> Double? {
    values.first { $0.field == field }?.value.decimal
  }

  public static func == (left: Document, right: Document) -> Bool {
    left.values.elementsEqual(right.values) { $0 == $1 }
  }

  public func hash(into hasher: inout Hasher) {
    for (field, value) in values {
      hasher.combine(field)
      hasher.combine(value)
    }
  }
}

extension Document: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, FieldValues)...) {
    for (field, literal) in elements {
      for value in literal.values { append(value, to: field) }
    }
  }
}
