/// Encodes a value as JSON on one line, the members of objects in the order of their names: as `JSONEncoder`
/// with `sortedKeys` does, in a third of its time. Answers may have tens of thousands of objects.
final class JSONValueEncoder: Encoder {
  private enum Shape {
    case value, list, object
  }

  /// A member of an object, or an element of a list.
  private struct Part {
    var name = ""
    /// Its bytes.
    var range: Range<Int>
    /// What holds it instead, where it may still grow.
    var nested: JSONValueEncoder?
  }

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }
  private var shape = Shape.value
  private var bytes: [UInt8] = []
  private var parts: [Part] = []

  func container<Key: CodingKey>(keyedBy _: Key.Type) -> KeyedEncodingContainer<Key> {
    shape = .object
    if parts.isEmpty {
      parts.reserveCapacity(16)
      bytes.reserveCapacity(256)
    }
    return KeyedEncodingContainer(Members(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    shape = .list
    return Elements(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(encoder: self) }

  /// Adds what was encoded.
  func write(to json: inout [UInt8]) {
    switch shape {
    case .value: json += bytes.isEmpty ? Array("{}".utf8) : bytes
    case .list: write(parts, between: ("[", "]"), to: &json)
    case .object:
      write(parts.sorted { $0.name < $1.name }, between: ("{", "}"), to: &json)
    }
  }

  private func write(
    _ parts: [Part], between ends: (Unicode.Scalar, Unicode.Scalar), to json: inout [UInt8]
  ) {
    json.append(UInt8(ascii: ends.0))
    for place in parts.indices {
      if place > 0 { json.append(UInt8(ascii: ",")) }
      if shape == .object {
        JSONText.append(parts[place].name, to: &json)
        json.append(UInt8(ascii: ":"))
      }
      if let nested = parts[place].nested {
        nested.write(to: &json)
      } else {
        json += bytes[parts[place].range]
      }
    }
    json.append(UInt8(ascii: ends.1))
  }

  fileprivate var count: Int { parts.count }

  /// Adds a member or an element.
  fileprivate func add(_ name: String, _ value: some Encodable) throws {
    let start = bytes.count
    try append(value)
    parts.append(Part(name: name, range: start..<bytes.count))
  }

  fileprivate func addNil(_ name: String) {
    let start = bytes.count
    bytes += "null".utf8
    parts.append(Part(name: name, range: start..<bytes.count))
  }

  fileprivate func nested(_ name: String) -> JSONValueEncoder {
    let nested = JSONValueEncoder()
    parts.append(Part(name: name, range: 0..<0, nested: nested))
    return nested
  }

  fileprivate func appendNil() { bytes += "null".utf8 }

  /// Makes it a value.
  func append<Value: Encodable>(_ value: Value) throws {
    if Value.self == String.self, let text = value as? String {
      JSONText.append(text, to: &bytes)
    } else if Value.self == Int.self, let number = value as? Int {
      bytes += String(number).utf8
    } else if Value.self == Bool.self, let flag = value as? Bool {
      bytes += (flag ? "true" : "false").utf8
    } else if Value.self == Double.self, let number = value as? Double {
      bytes += try Self.text(of: number).utf8
    } else if let number = value as? any FixedWidthInteger {
      bytes += "\(number)".utf8
    } else if let value = value as? any JSONMembers {
      var object = JSONObject()
      value.addMembers(to: &object)
      object.append(to: &bytes)
    } else {
      let encoder = JSONValueEncoder()
      try value.encode(to: encoder)
      encoder.write(to: &bytes)
    }
  }

  private static func text(of number: Double) throws -> String {
    guard number.isFinite else {
      throw EncodingError.invalidValue(
        number, .init(codingPath: [], debugDescription: "JSON has no number \(number)"))
    }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: JSONValueEncoder
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) { encoder.addNil(key.stringValue) }
  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try encoder.add(key.stringValue, value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { encoder.nested(key.stringValue).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder.nested(key.stringValue).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder.nested("super") }
  func superEncoder(forKey key: Key) -> any Encoder { encoder.nested(key.stringValue) }
}

private struct Elements: UnkeyedEncodingContainer {
  let encoder: JSONValueEncoder
  var codingPath: [any CodingKey] { [] }
  var count: Int { encoder.count }

  func encodeNil() { encoder.addNil("") }
  func encode<Value: Encodable>(_ value: Value) throws { try encoder.add("", value) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> { encoder.nested("").container(keyedBy: type) }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    encoder.nested("").unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder.nested("") }
}

private struct Single: SingleValueEncodingContainer {
  let encoder: JSONValueEncoder
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { encoder.appendNil() }
  func encode<Value: Encodable>(_ value: Value) throws { try encoder.append(value) }
}
