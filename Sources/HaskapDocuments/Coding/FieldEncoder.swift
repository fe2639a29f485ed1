/// The encoder for what stands at one coding path.
struct FieldEncoder: Encoder {
  let fields: EncodedFields
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy _: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Members(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { Elements(encoder: self) }
  func singleValueContainer() -> any SingleValueEncodingContainer { Single(encoder: self) }

  fileprivate func at(_ key: any CodingKey) -> FieldEncoder {
    FieldEncoder(fields: fields, codingPath: codingPath + [key])
  }

  fileprivate func encode(_ value: some Encodable) throws {
    try fields.encode(value, at: codingPath)
  }
}

/// The properties of a value.
private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: FieldEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }

  func encodeNil(forKey _: Key) {}
  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try encoder.at(key).encode(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { encoder.at(key).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder.at(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder }
  func superEncoder(forKey key: Key) -> any Encoder { encoder.at(key) }
}

/// The elements of a list.
private struct Elements: UnkeyedEncodingContainer {
  let encoder: FieldEncoder
  private(set) var count = 0
  var codingPath: [any CodingKey] { encoder.codingPath }

  init(encoder: FieldEncoder) { self.encoder = encoder }

  private mutating func next() -> FieldEncoder {
    defer { count += 1 }
    return encoder.at(ListKey(count))
  }

  mutating func encodeNil() { count += 1 }
  mutating func encode<Value: Encodable>(_ value: Value) throws { try next().encode(value) }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> { next().container(keyedBy: type) }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    next().unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { next() }
}

private struct Single: SingleValueEncodingContainer {
  let encoder: FieldEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }

  func encodeNil() {}
  func encode<Value: Encodable>(_ value: Value) throws { try encoder.encode(value) }
}
