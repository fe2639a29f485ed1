/// How one value of a stored document is written: a tag with the field's index in the schema and
/// in its three lowest bits the type, then the value.
///
/// ```
/// value = text        // type 0: dense, see `DenseText`
///       | signed      // type 1
///       | string      // type 2
///       | number      // type 3
///       |             // type 4: false, type 5: true
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
    case .decimal(let number):
      tag(3)
      record.append(number)
    case .boolean(let flag): tag(flag ? 5 : 4)
    }
  }

  static func read(
    _ record: inout RecordDecoder, fields: [Field]
  ) throws(FormatError) -> (field: String, value: FieldValue) {
    let tag = try record.integer()
    guard tag >> typeBits < fields.count else {
      throw record.error("a field below \(fields.count)", found: "\(tag >> typeBits)")
    }
    return (fields[tag >> typeBits].name, try value(tag & (1 << typeBits - 1), from: &record))
  }

  private static func value(
    _ type: Int, from record: inout RecordDecoder
  ) throws(FormatError) -> FieldValue {
    switch type {
    case 0: .text(try record.denseText())
    case 1: .integer(try record.signed())
    case 2: .bytes(try record.string())
    case 3: .decimal(try decimal(&record))
    case 4: .boolean(false)
    case 5: .boolean(true)
    default: throw record.error("a type of value", found: "\(type)")
    }
  }

  private static func decimal(_ record: inout RecordDecoder) throws(FormatError) -> Double {
    let number = try record.number()
    guard number.isFinite else { throw record.error("a finite number", found: "\(number)") }
    return number
  }
}
