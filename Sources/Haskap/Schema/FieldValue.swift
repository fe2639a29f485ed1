/// One value of a field.
public enum FieldValue: Sendable, Hashable {
  /// For text, keywords, decimal numbers (`4.5`), dates (`2023-08-22`) and times of day (`09:30`).
  case text(String)
  case integer(Int64)
  case boolean(Bool)
  /// For stored fields: bytes that the engine does not look into.
  case bytes([UInt8])
}

extension FieldValue {
  public var text: String? { if case .text(let text) = self { text } else { nil } }

  public var integer: Int64? { if case .integer(let integer) = self { integer } else { nil } }

  /// A number, or a text that is one.
  public var decimal: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .text(let text): DecimalNumber.parse(text)
    default: nil
    }
  }

  public var boolean: Bool? { if case .boolean(let flag) = self { flag } else { nil } }

  public var bytes: [UInt8]? { if case .bytes(let bytes) = self { bytes } else { nil } }

  /// The value in characters, `3` and `true`; nil for bytes.
  public var plainText: String? {
    switch self {
    case .text(let text): text
    case .integer(let integer): String(integer)
    case .boolean(let flag): String(flag)
    case .bytes: nil
    }
  }
}
