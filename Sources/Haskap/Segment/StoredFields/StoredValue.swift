/// How one value of a stored document is written: a tag with the field's index in the schema and
/// in its three lowest bits the type, then the value.
///
/// ```
/// value = text        // type 0: dense, see `DenseText`
///       | signed      // type 1
///       | string      // type 2
///       |             // type 3: false, type 4: true
/// ```
enum StoredValue {
  private static let typeBits = 3

  static func append(_ value: FieldValue, field: Int, to record: inout RecordEncoder) {
    func tag(_ type: Int) { record.append(field << typeBits | type) }
    switch value {
    case .text(let text):
      tag(0)
      record.append(DenseText.encoded(text))
    case .integer(let integer):
      tag(1)
      record.append(signed: integer)
    case .bytes(let bytes):
      tag(2)
      record.append(bytes)
    case .boolean(let flag): tag(flag ? 4 : 3)
    }
  }

  /// - Parameter wanted: the names of fields; the values of others are passed over, and nil is
  ///   returned for them. Nil for all fields.
  static func read(
    _ record: inout RecordDecoder, fields: [Field], wanted: Set<String>? = nil
  ) throws(FormatError) -> (field: String, value: FieldValue)? {
    let tag = try record.integer()
    guard tag >> typeBits < fields.count else {
      throw record.error("a field below \(fields.count)", found: "\(tag >> typeBits)")
    }
    let (field, type) = (fields[tag >> typeBits].name, tag & (1 << typeBits - 1))
    if let wanted, !wanted.contains(field) {
      try passValue(type, of: &record)
      return nil
    }
    return (field, try value(type, from: &record))
  }

  private static func passValue(
    _ type: Int, of record: inout RecordDecoder
  ) throws(FormatError) {
    switch type {
    case 0, 2: _ = try record.raw()
    default: _ = try value(type, from: &record)
    }
  }

  private static func value(
    _ type: Int, from record: inout RecordDecoder
  ) throws(FormatError) -> FieldValue {
    switch type {
    case 0: .text(try record.denseText())
    case 1: .integer(try record.signed())
    case 2: .bytes(try record.string())
    case 3: .boolean(false)
    case 4: .boolean(true)
    default: throw record.error("a type of value", found: "\(type)")
    }
  }
}
