internal import Haskap

/// Writes values one after the other: numbers in groups of seven bits (LEB128, signed ones folded),
/// texts by their places in a table, so that each stands there once.
struct PackedWriter {
  private var body: [UInt8] = []
  private var texts: [ExactString] = []
  private var places = [ExactString: Int](minimumCapacity: 32)

  /// The table of texts, and then the values.
  var bytes: [UInt8] {
    var head = PackedWriter()
    head.write(unsigned: UInt64(texts.count))
    for text in texts {
      head.write(unsigned: UInt64(text.text.utf8.count))
      head.body += text.text.utf8
    }
    return head.body + body
  }

  static func bytes(of value: some Packable) -> [UInt8] {
    var writer = PackedWriter()
    writer.write(value)
    return writer.bytes
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
    let text = ExactString(text)
    let place = places[text] ?? texts.count
    if place == texts.count {
      places[text] = place
      texts.append(text)
    }
    write(unsigned: UInt64(place))
  }

  mutating func write(bytes: [UInt8]) {
    write(unsigned: UInt64(bytes.count))
    body += bytes
  }

  /// Writes the lengths of rows before them, so that each can be read by itself.
  mutating func write(rows: [some Packable]) {
    let start = body.count
    var lengths: [Int] = []
    for row in rows {
      let before = body.count
      row.pack(into: &self)
      lengths.append(body.count - before)
    }
    let packed = Array(body[start...])
    body.removeSubrange(start...)
    write(lengths)
    body += packed
  }

  mutating func write<each Value: Packable>(_ values: repeat each Value) {
    repeat (each values).pack(into: &self)
  }
}
