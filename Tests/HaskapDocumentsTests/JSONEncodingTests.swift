import Foundation
import HaskapDocuments
import HaskapTestSupport
import Testing

/// What is encoded as JSON, against Foundation's encoder.
@Suite struct JSONEncodingTests {
  private struct Thing: Encodable {
    var text: String
    var kind: Kind
    var number: Int?
    var long: UInt64
    var share: Double
    var isTrue: Bool
    var names: [String]
    var sizes: [Int8]
    var parts: [Thing]
    var counts: [String: Double?]

    enum Kind: String, Encodable {
      case first
      case second = "二/番"
    }
  }

  /// Two containers of one encoder, one within the other, and one that goes on growing.
  private struct Nested: Encodable {
    enum Key: String, CodingKey {
      case zeta, alpha, middle
    }

    func encode(to encoder: any Encoder) throws {
      var outer = encoder.container(keyedBy: Key.self)
      var list = outer.nestedUnkeyedContainer(forKey: .zeta)
      var inner = outer.nestedContainer(keyedBy: Key.self, forKey: .alpha)
      try list.encode(1)
      try inner.encode("あ", forKey: .zeta)
      try list.encodeNil()
      try inner.encodeNil(forKey: .alpha)
      var other = encoder.container(keyedBy: Key.self)
      try other.encode([String](), forKey: .middle)
    }
  }

  private static func expected(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private func thing(_ random: inout SplitMix, depth: Int) -> Thing {
    let texts = [
      "", "町内会/清掃", "\"引用\\\"", "が\u{304B}\u{3099}", "🌸\u{0}\n\r\t\u{1F}", "…",
    ]
    func some<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: values.indices, using: &random)]
    }
    let shares = [0, -0.0, 1, 0.1, 1e-7, 1e16, 1.5e300, -3.25, .random(in: -1...1, using: &random)]
    return Thing(
      text: some(texts), kind: some([.first, .second]),
      number: some([nil, .min, .max, 0, -7]), long: some([0, .max]),
      share: some(shares), isTrue: some([true, false]),
      names: (0..<Int.random(in: 0..<3, using: &random)).map { _ in some(texts) },
      sizes: [-128, 127],
      parts: (0..<(depth > 0 ? 2 : 0)).map { _ in thing(&random, depth: depth - 1) },
      counts: ["b": 1, "a b": nil, "ã": 2.5, "B": some(shares), "町": 0])
  }

  @Test func anythingIsAsFoundationWritesIt() throws {
    var random = SplitMix(seed: 20_261_130)
    for _ in 0..<200 {
      let value = thing(&random, depth: 3)
      #expect(try JSONText.line(value) == Self.expected(value))
    }
    #expect(try JSONText.line(Nested()) == Self.expected(Nested()))
    #expect(try JSONText.line("一") == "\"一\"")
    #expect(try JSONText.line([Int?.none, 3]) == "[null,3]")
    #expect(throws: EncodingError.self) { try JSONText.line([Double.nan]) }
  }

  @Test func everyCharacterIsWrittenSo() throws {
    // Where some programs take a line to end, and two that have a shorter escape.
    let others: [UInt32] = [0x8, 0xC, 0x2028, 0x2029]
    for value in others {
      let digits = String(value, radix: 16)
      let escape = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      let text = String(try #require(Unicode.Scalar(value)))
      #expect(try JSONText.line(text) == "\"\(escape)\"")
    }
    for value in UInt32(0)...0x3000 where !others.contains(value) {
      guard let scalar = Unicode.Scalar(value), !(0x7F...0x9F).contains(value),
        ![0x61C, 0x200E, 0x200F].contains(value), !(0x202A...0x202E).contains(value),
        !(0x2066...0x2069).contains(value)
      else { continue }
      let text = "a\(Character(scalar))b"
      #expect(try JSONText.line(text) == Self.expected(text), "U+\(String(value, radix: 16))")
    }
  }
}
