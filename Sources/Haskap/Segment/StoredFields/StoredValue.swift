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

  static func read(
    _ record: inout RecordDecoder, fields: [Field]
  ) throws(FormatError) -> (field: String, value: FieldValue) {
    let (field, type) = try tag(&record)
    guard field < fields.count else {
      throw record.error("a field below \(fields.count)", found: "\(field)")
    }
    return (fields[field].name, try value(type, from: &record))
  }

  /// Appends the UTF-8 of a text of one of the fields; passes over other values.
  static func readText(
    _ record: inout RecordDecoder, of fields: [Int], into texts: inout [(field: Int, utf8: [UInt8])]
  ) throws(FormatError) {
    let (field, type) = try tag(&record)
    switch type {
    case 0 where fields.contains(field): texts.append((field, try record.denseUTF8()))
    case 0, 2: _ = try record.raw()
    default: _ = try value(type, from: &record)
    }
  }

  private static func tag(
    _ record: inout RecordDecoder
  ) throws(FormatError) -> (field: Int, type: Int) {
    let tag = try record.integer()
    return (tag >> typeBits, tag & (1 << typeBits - 1))
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
