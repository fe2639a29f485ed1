/// An object of JSON (RFC 8259) on one line, written member by member; what is nil is left out.
package struct JSONObject {
  private var members = "{"
  private var isEmpty = true

  package init() {}

  package var text: String { members + "}" }

  package mutating func add(_ name: String, _ value: String?) {
    guard let value else { return }
    begin(name)
    JSONText.append(value, to: &members)
  }

  package mutating func add(_ name: String, _ value: Int?) {
    if let value { add(name, written: String(value)) }
  }

  package mutating func add(_ name: String, _ value: Double?) {
    if let value { add(name, written: JSONText.number(value)) }
  }

  package mutating func add(_ name: String, _ value: Bool?) {
    if let value { add(name, written: value ? "true" : "false") }
  }

  package mutating func add(_ name: String, _ values: [String]) {
    addArray(name, values) { JSONText.append($0, to: &$1.members) }
  }

  /// An array of objects, each written by `write`.
  package mutating func add<Item>(
    _ name: String, _ items: [Item], _ write: (Item, inout Self) -> Void
  ) {
    addArray(name, items) { $1.addBody($0, write) }
  }

  /// An object inside of this one.
  package mutating func addObject<Item>(
    _ name: String, _ item: Item?, _ write: (Item, inout Self) -> Void
  ) {
    guard let item else { return }
    begin(name)
    addBody(item, write)
  }

  // MARK: Parts

  private mutating func begin(_ name: String) {
    if !isEmpty { members += "," }
    isEmpty = false
    JSONText.append(name, to: &members)
    members += ":"
  }

  private mutating func add(_ name: String, written value: String) {
    begin(name)
    members += value
  }

  private mutating func addArray<Item>(
    _ name: String, _ items: [Item], _ write: (Item, inout Self) -> Void
  ) {
    begin(name)
    members += "["
    for (index, item) in items.enumerated() {
      if index > 0 { members += "," }
      write(item, &self)
    }
    members += "]"
  }

  private mutating func addBody<Item>(_ item: Item, _ write: (Item, inout Self) -> Void) {
    members += "{"
    isEmpty = true
    write(item, &self)
    members += "}"
    isEmpty = false
  }
}
