/// Reads the members of one document from an object of JSON, without a tree of its values.
///
/// Unlike a general decoder it keeps the order of the members and all 64 bits of integers, and
/// says at which byte a text stops being JSON.
package struct JSONDocument {
  private var scanner: JSONScanner
  package private(set) var members: [SourceDocument.Member] = []

  /// Half surrogate pairs that were read as U+FFFD.
  package var replacements: Int { scanner.replacements }
  /// The first name that stands twice in one object.
  package var repeatedName: String? { scanner.repeatedName }

  /// - Parameter text: one object, in UTF-8.
  package init(_ text: [UInt8]) throws(JSONError) {
    scanner = JSONScanner(text)
    guard scanner.take("{") else { throw scanner.error("an object { … }") }
    try object(named: "", depth: 1)
    guard scanner.next() == nil else { throw scanner.error("nothing after the object") }
  }

  /// The members of an object whose bracket has been taken.
  private mutating func object(named outer: String, depth: Int) throws(JSONError) {
    if scanner.take("}") { return }
    var names = ObjectNames()
    repeat {
      guard scanner.next() == UInt8(ascii: "\"") else { throw scanner.error("a name in quotes") }
      let written = try scanner.string()
      if !names.insert(written) { scanner.repeatedName = scanner.repeatedName ?? written }
      let name = FieldName.writable(written)
      guard scanner.take(":") else { throw scanner.error("':'") }
      try value(named: outer.isEmpty ? name : "\(outer).\(name)", depth: depth)
    } while scanner.take(",")
    guard scanner.take("}") else { throw scanner.error("',' or '}'") }
  }

  private mutating func array(named name: String, depth: Int) throws(JSONError) {
    if scanner.take("]") { return }
    repeat { try value(named: name, depth: depth) } while scanner.take(",")
    guard scanner.take("]") else { throw scanner.error("',' or ']'") }
  }

  private mutating func value(named name: String, depth: Int) throws(JSONError) {
    guard depth < JSONScanner.depthLimit else {
      throw scanner.error("at most \(JSONScanner.depthLimit) brackets")
    }
    if scanner.next() == UInt8(ascii: "\"") {
      let text = try scanner.string()
      if !text.isEmpty { add(.text(text), to: name) }
    } else if scanner.take("{") {
      try object(named: name, depth: depth + 1)
    } else if scanner.take("[") {
      try array(named: name, depth: depth + 1)
    } else if scanner.take(word: "true") {
      add(.flag(true), to: name)
    } else if scanner.take(word: "false") {
      add(.flag(false), to: name)
    } else if !scanner.take(word: "null") {
      let number = try scanner.number()
      add(Int64(number).map(SourceValue.integer) ?? .decimal(number), to: name)
    }
  }

  private mutating func add(_ value: SourceValue, to name: String) {
    members.append(.init(name: name, value: value))
  }
}
