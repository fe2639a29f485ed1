/// An object of JSON (RFC 8259) on one line, written member by member; what is nil is left out.
///
/// Names of members are given as they stand in JSON.
package struct JSONObject {
  private var bytes: [UInt8] = Array("{".utf8)
  private var isEmpty = true

  package init() { bytes.reserveCapacity(512) }

  package var text: String {
    String(decoding: bytes + CollectionOfOne(UInt8(ascii: "}")), as: UTF8.self)
  }

  /// Adds it to other bytes.
  func append(to json: inout [UInt8]) {
    json += bytes
    json.append(UInt8(ascii: "}"))
  }

  package mutating func add(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    begin(name)
    JSONText.append(value, to: &bytes)
  }

  package mutating func add(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    begin(name)
    JSONText.append(value, to: &bytes)
  }

  package mutating func add(_ name: StaticString, _ value: Double?) {
    if let value { add(name, written: JSONText.number(value)) }
  }

  package mutating func add(_ name: StaticString, _ value: Bool?) {
    if let value { add(name, written: value ? "true" : "false") }
  }

  package mutating func add(_ name: StaticString, _ values: [String]) {
    begin(name)
    bytes.append(UInt8(ascii: "["))
    for index in values.indices {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      JSONText.append(values[index], to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  package mutating func add(_ name: StaticString, _ values: [Int]) {
    begin(name)
    bytes.append(UInt8(ascii: "["))
    for index in values.indices {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      JSONText.append(values[index], to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Objects as they stand in an array, with commas between.
  package static func elements<Item>(
    _ items: some Sequence<Item>, _ write: (Item, inout Self) -> Void
  ) -> String {
    var object = Self()
    object.bytes.removeAll(keepingCapacity: true)
    for item in items {
      if !object.bytes.isEmpty { object.bytes.append(UInt8(ascii: ",")) }
      object.addBody(item, write)
    }
    return String(decoding: object.bytes, as: UTF8.self)
  }

  /// An array of objects, each written by `write`.
  package mutating func add<Item>(
    _ name: StaticString, _ items: [Item], _ write: (Item, inout Self) -> Void
  ) {
    begin(name)
    bytes.append(UInt8(ascii: "["))
    for index in items.indices {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      addBody(items[index], write)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// An object inside of this one.
  package mutating func addObject<Item>(
    _ name: StaticString, _ item: Item?, _ write: (Item, inout Self) -> Void
  ) {
    guard let item else { return }
    begin(name)
    addBody(item, write)
  }

  // MARK: Parts

  private mutating func begin(_ name: StaticString) {
    if !isEmpty { bytes.append(UInt8(ascii: ",")) }
    isEmpty = false
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func add(_ name: StaticString, written value: String) {
    begin(name)
    bytes.append(contentsOf: value.utf8)
  }

  private mutating func addBody<Item>(_ item: Item, _ write: (Item, inout Self) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    isEmpty = true
    write(item, &self)
    bytes.append(UInt8(ascii: "}"))
    isEmpty = false
  }
}
