internal import Haskap

/// One value as itself, several as a list. Bytes, which no file of documents has, are left out.
struct JSONFieldValues: Encodable {
  var values: [FieldValue]

  /// What each field of a document holds.
  static func members(of document: Document) -> [String: JSONFieldValues] {
    Dictionary(grouping: document.values) { $0.field }
      .mapValues { JSONFieldValues(values: $0.map(\.value)) }
  }

  func encode(to encoder: any Encoder) throws {
    if values.count == 1 {
      var container = encoder.singleValueContainer()
      switch values[0] {
      case .text(let text): try container.encode(text)
      case .integer(let integer): try container.encode(integer)
      case .decimal(let number): try container.encode(number)
      case .boolean(let flag): try container.encode(flag)
      case .bytes: try container.encodeNil()
      }
    } else {
      var container = encoder.unkeyedContainer()
      for value in values { try container.encode(JSONFieldValues(values: [value])) }
    }
  }
}
