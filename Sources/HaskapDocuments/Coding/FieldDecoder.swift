/// The decoder for what stands at one coding path.
struct FieldDecoder: Decoder {
  let fields: DecodedFields
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy _: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard !(codingPath.last is ListKey) else { throw mismatch("objects") }
    return KeyedDecodingContainer(Members(decoder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard !(codingPath.last is ListKey) else { throw mismatch("lists") }
    return Elements(decoder: self)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { Single(decoder: self) }

  private func mismatch(_ what: String) -> DecodingError {
    .typeMismatch(
      [String].self,
      .init(
        codingPath: codingPath,
        debugDescription: "a field holds a list of values, not of \(what)"))
  }

  fileprivate func at(_ key: any CodingKey) -> FieldDecoder {
    FieldDecoder(fields: fields, codingPath: codingPath + [key])
  }

  fileprivate func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try fields.decode(type, at: codingPath)
  }

  fileprivate var isNil: Bool { !codingPath.isEmpty && !fields.holds(codingPath) }
}

/// The properties of a value.
private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: FieldDecoder
  var codingPath: [any CodingKey] { decoder.codingPath }
  var allKeys: [Key] { decoder.fields.members(at: codingPath).compactMap { Key(stringValue: $0) } }

  func contains(_ key: Key) -> Bool { !decoder.at(key).isNil }
  func decodeNil(forKey key: Key) -> Bool { decoder.at(key).isNil }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try decoder.at(key).decode(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { try decoder.at(key).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder.at(key).unkeyedContainer()
  }

  func superDecoder() -> any Decoder { decoder }
  func superDecoder(forKey key: Key) -> any Decoder { decoder.at(key) }
}

/// The elements of a list.
private struct Elements: UnkeyedDecodingContainer {
  let decoder: FieldDecoder
  let count: Int?
  private(set) var currentIndex = 0
  var codingPath: [any CodingKey] { decoder.codingPath }
  var isAtEnd: Bool { currentIndex == count }

  init(decoder: FieldDecoder) {
    self.decoder = decoder
    count = decoder.fields.list(at: decoder.codingPath).count
  }

  private mutating func next() -> FieldDecoder {
    defer { currentIndex += 1 }
    return decoder.at(ListKey(currentIndex))
  }

  mutating func decodeNil() -> Bool { false }
  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try next().decode(type)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> { try next().container(keyedBy: type) }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }

  mutating func superDecoder() -> any Decoder { next() }
}

private struct Single: SingleValueDecodingContainer {
  let decoder: FieldDecoder
  var codingPath: [any CodingKey] { decoder.codingPath }

  func decodeNil() -> Bool { decoder.isNil }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.decode(type) }
}
