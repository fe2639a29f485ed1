/// One value of a field.
public enum FieldValue: Sendable, Hashable {
  /// For text, keywords, decimal numbers (`4.5`) and dates (`2023-08-22`).
  case text(String)
  case integer(Int64)
  /// For stored fields: bytes that the engine does not look into.
  case bytes([UInt8])
}

extension FieldValue {
  public var text: String? { if case .text(let text) = self { text } else { nil } }

  public var integer: Int64? { if case .integer(let integer) = self { integer } else { nil } }

  public var bytes: [UInt8]? { if case .bytes(let bytes) = self { bytes } else { nil } }
}
