internal import FoundationEssentials
internal import Haskap

/// How values of Swift that are no objects or lists are written in fields (`DocumentEncoder`).
enum FieldCoding {
  enum Scalar {
    case value(SourceValue)
    case bytes([UInt8])
  }

  /// Nil for objects, lists and what else encodes itself.
  static func scalar(_ value: some Encodable) -> Scalar? {
    switch value {
    case let text as String: .value(.text(text))
    case let flag as Bool: .value(.flag(flag))
    case let number as any BinaryInteger:
      .value(Int64(exactly: number).map { SourceValue.integer($0) } ?? .decimal("\(number)"))
    case let number as Double: .value(.decimal(DecimalNumber.text(number)))
    case let number as Float: .value(.decimal("\(number)"))
    case let day as Day: .value(.text(day.description))
    case let date as Date: .value(.text(moment.format(date)))
    case let url as URL: .value(.text(url.absoluteString))
    case let data as Data: .bytes(Array(data))
    default: nil
    }
  }

  private static let moment = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  /// What a value of a document is as a type of Swift; nil where it is none.
  static func value<Value>(_ stored: FieldValue, as type: Value.Type) -> Value? {
    let value: Any? =
      switch type {
      case is String.Type: stored.plainText
      case is Bool.Type: stored.boolean ?? stored.text.flatMap { Bool($0) }
      case let type as any FixedWidthInteger.Type: integer(stored, as: type)
      case is Double.Type: stored.decimal
      case is Float.Type: stored.decimal.map { Float($0) }
      case is Day.Type: stored.text.flatMap { Day($0) ?? Day(ofMoment: $0) }
      case is Date.Type: stored.text.flatMap(date)
      case is URL.Type: stored.text.flatMap { URL(string: $0) }
      case is Data.Type: stored.bytes.map { Data($0) }
      default: nil
      }
    return value as? Value
  }

  /// Whether a type is one of these.
  static func isScalar(_ type: Any.Type) -> Bool {
    let types: [Any.Type] = [
      String.self, Bool.self, Double.self, Float.self, Day.self, Date.self, URL.self, Data.self,
    ]
    return type is any FixedWidthInteger.Type || types.contains { $0 == type }
  }

  private static func integer(_ stored: FieldValue, as type: any FixedWidthInteger.Type) -> Any? {
    func read<Number: FixedWidthInteger>(_: Number.Type) -> Number? {
      stored.integer.map { Number(exactly: $0) } ?? stored.text.flatMap { Number($0, radix: 10) }
    }
    return read(type)
  }

  private static func date(_ text: String) -> Date? {
    let whole = Day(text) == nil ? text : text + "T00:00:00Z"
    return (try? moment.parse(whole)) ?? (try? Date.ISO8601FormatStyle().parse(whole))
  }
}
