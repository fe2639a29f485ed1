internal import Haskap

/// One value as itself, several as a list. Bytes, which no file of documents has, are left out.
struct JSONFieldValues: Encodable {
  var values: [FieldValue]
  /// Whether texts are numbers with a fraction.
  var areDecimals = false

  /// What each field of a document holds.
  ///
  /// - Parameter decimals: the fields of numbers with a fraction.
  static func members(of document: Document, decimals: Set<String>) -> [String: JSONFieldValues] {
    Dictionary(grouping: document.values) { $0.field }.mapValues { pairs in
      JSONFieldValues(
        values: pairs.map(\.value), areDecimals: decimals.contains(pairs.first?.field ?? ""))
    }
  }

  func encode(to encoder: any Encoder) throws {
    guard values.count != 1 else { return try encode(values[0], to: encoder) }
    var container = encoder.unkeyedContainer()
    for value in values {
      try container.encode(JSONFieldValues(values: [value], areDecimals: areDecimals))
    }
  }

  private func encode(_ value: FieldValue, to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch value {
    case .text(let text):
      if areDecimals, let number = DecimalNumber.parse(text) {
        try container.encode(number)
      } else {
        try container.encode(text)
      }
    case .integer(let integer): try container.encode(integer)
    case .boolean(let flag): try container.encode(flag)
    case .bytes: try container.encodeNil()
    }
  }
}

extension Schema {
  /// The fields of numbers with a fraction.
  var decimals: Set<String> { Set(fields.filter { $0.kind == .decimal }.map(\.name)) }
}
