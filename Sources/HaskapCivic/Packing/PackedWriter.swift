/// Writes values one after the other: numbers in groups of seven bits (LEB128, signed ones folded),
/// texts by their places in a table, so that each stands there once.
struct PackedWriter {
  private var body: [UInt8] = []
  private var texts: [[UInt8]] = []
  private var places: [[UInt8]: Int] = [:]

  /// The table of texts, and then the values.
  var bytes: [UInt8] {
    var head = PackedWriter()
    head.write(unsigned: UInt64(texts.count))
    for text in texts {
      head.write(unsigned: UInt64(text.count))
      head.body += text
    }
    return head.body + body
  }

  mutating func write(unsigned value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      body.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    body.append(UInt8(rest))
  }

  /// By its bytes: other normal forms of a text are other texts.
  mutating func write(text: String) {
    let bytes = Array(text.utf8)
    let place = places[bytes] ?? texts.count
    if place == texts.count {
      places[bytes] = place
      texts.append(bytes)
    }
    write(unsigned: UInt64(place))
  }

  mutating func write<each Value: Packable>(_ values: repeat each Value) {
    repeat (each values).pack(into: &self)
  }
}
