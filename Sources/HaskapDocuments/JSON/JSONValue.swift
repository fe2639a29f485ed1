/// A value of JSON (RFC 8259), read without Foundation, whose loading would slow every command.
package enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  /// Of members with the same name the last counts.
  case object([String: JSONValue])

  /// Nil where the text is not exactly one value.
  package init?(_ text: String) {
    guard let (value, _) = Self.read(text) else { return nil }
    self = value
  }

  /// A value, and the first name that stands twice in one object.
  package static func read(_ text: String) -> (value: JSONValue, repeatedName: String?)? {
    var scanner = JSONScanner(Array(text.utf8))
    guard let value = try? value(&scanner, depth: 0), scanner.next() == nil else { return nil }
    return (value, scanner.repeatedName)
  }

  package var string: String? { if case .string(let text) = self { text } else { nil } }
  package var double: Double? { if case .number(let number) = self { number } else { nil } }
  package var int: Int? { double.flatMap { Int(exactly: $0) } }
  package var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }
  package var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
  package var object: [String: JSONValue]? {
    if case .object(let members) = self { members } else { nil }
  }
}

extension JSONValue {
  private static func value(
    _ scanner: inout JSONScanner, depth: Int
  ) throws(JSONError) -> JSONValue {
    guard depth < JSONScanner.depthLimit else {
      throw scanner.error("at most \(JSONScanner.depthLimit) brackets")
    }
    switch scanner.next() {
    case UInt8(ascii: "\""): return .string(try scanner.string())
    case UInt8(ascii: "{"): return try object(&scanner, depth: depth)
    case UInt8(ascii: "["): return try array(&scanner, depth: depth)
    default:
      if scanner.take(word: "true") { return .bool(true) }
      if scanner.take(word: "false") { return .bool(false) }
      if scanner.take(word: "null") { return .null }
      guard let number = Double(try scanner.number()) else { throw scanner.error("a value") }
      return .number(number)
    }
  }

  private static func object(
    _ scanner: inout JSONScanner, depth: Int
  ) throws(JSONError) -> JSONValue {
    var members: [String: JSONValue] = [:]
    guard scanner.take("{"), !scanner.take("}") else { return .object(members) }
    repeat {
      guard scanner.next() == UInt8(ascii: "\"") else { throw scanner.error("a name in quotes") }
      let name = try scanner.string()
      guard scanner.take(":") else { throw scanner.error("':'") }
      let value = try value(&scanner, depth: depth + 1)
      if members.updateValue(value, forKey: name) != nil {
        scanner.repeatedName = scanner.repeatedName ?? name
      }
    } while scanner.take(",")
    guard scanner.take("}") else { throw scanner.error("',' or '}'") }
    return .object(members)
  }

  private static func array(
    _ scanner: inout JSONScanner, depth: Int
  ) throws(JSONError) -> JSONValue {
    var values: [JSONValue] = []
    guard scanner.take("["), !scanner.take("]") else { return .array(values) }
    repeat { values.append(try value(&scanner, depth: depth + 1)) } while scanner.take(",")
    guard scanner.take("]") else { throw scanner.error("',' or ']'") }
    return .array(values)
  }
}
