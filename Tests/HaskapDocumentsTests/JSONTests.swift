import HaskapDocuments
import Testing

/// JSON to the letter of RFC 8259. The cases follow those of Nicolas Seriot's "Parsing JSON is a
/// minefield" (2018), whose suite names what must be taken, refused, and may be either.
@Suite struct JSONTests {
  @Test(arguments: [
    "[[]   ]", "[\"\"]", "[]", "[null, 1, \"1\", {}]", "[1\n]", " [1]", "[2] ", "[123e65]",
    "[0e+1]",
    "[-0]", "[1E-2]", "[123.456e78]", "[-0.00000000000000000000000000001]",
    "{\"a\":\"b\",\"a\":\"c\"}",
    "{\"\":0}", "{\"foo\\u0000bar\": 42}", "{ \"min\": -1.0e+28, \"max\": 1.0e+28 }", "{\"a\":[]}",
    "{\n\"a\": \"b\"\n}", "[\"\\u0060\\u012a\\u12AB\"]", "[\"\\uD801\\udc37\"]",
    "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]", "[\"\\\\u0000\"]", "[\"a/*b*/c/*d//e\"]", "[\"\\uFFFF\"]",
    "[\"\u{10FFFF}\"]", "[\"\\u0000\"]", "\" \"", "[\"\u{2028}\"]", "[\"\u{7F}\"]",
    "[\"\\uDBFF\\uDFFE\"]",
    "false", "42", "-0.1", "null", "true", "\"\"", "\t[true]\r\n",
  ])
  func taken(_ text: String) { #expect(JSONValue(text) != nil) }

  @Test(arguments: [
    "[1 true]", "[aå]", "[\"\": 1]", "[\"\"],", "[,1]", "[1,,2]", "[\"x\",,]", "[\"x\"]]", "[\"x\"",
    "[3[4]]",
    "[1,]", "[*]", "[1,\n1\n,1", "[fals]", "[++1234]", "[+1]", "[-01]", "[-1.0.]", "[-2.]",
    "[-NaN]",
    "[.-1]", "[.2e-3]", "[0.1.2]", "[0.3e+]", "[0.e1]", "[0E]", "[1 000.0]", "[1eE2]", "[2.e3]",
    "[Inf]",
    "[１]", "[1+2]", "[0x1]", "[0e+-1]", "[- 1]", "[-012]", "[-.123]", "[1ea]", "[1.]", "[012]",
    "[truth]",
    "{[: \"x\"}", "{\"x\", null}", "{\"x\"::\"b\"}", "{\"a\":\"a\" 123}", "{key: 'value'}",
    "{:\"b\"}", "{1:1}",
    "{\"id\":0,}", "{'a':0}", "{\"a\":\"b\"}/**/", "{\"a\":\"b\"}#", " ", "[\"\\uD800\\\"]",
    "[\"\\uD800\\u\"]",
    "[\"\\uD800\\u1x\"]", "[\"\\x00\"]", "[\"\\\\\\\"]", "[\"\ta\"]", "[\"\\🌀\"]", "[\"\\u00A\"]",
    "[\"\\u+0A1\"]",
    "[\"\\a\"]", "[\\u0020\"asd\"]", "\"", "['single quote']", "[\"new\nline\"]", "[\"a\u{0}a\"]",
    "\"\\UA66D\"", "\"\"x", "<.>", "[1]x", "[True]", "1]", "[][]", "]", "{}}", "[", "", "{]", "{,",
    "{\"a",
    "[\"\\{[\"\\{[\"\\{", "[\u{2060}]", "\u{FEFF}", "[1}", "{\"a\":1]", "nul", "-",
    String(repeating: "[", count: 100_000), String(repeating: "{\"\":", count: 100_000),
  ])
  func refused(_ text: String) { #expect(JSONValue(text) == nil) }

  @Test(arguments: [
    ("null", JSONValue.null), (" true ", .bool(true)), ("-1.5e2", .number(-150)),
    (#""\u3042\ud842\udfb7\n\/""#, .string("あ𠮷\n/")),
    (#"{"a":[1,{}]}"#, .object(["a": .array([.number(1), .object([:])])])),
    // Half a pair of surrogates is no character.
    (#""\uDADA""#, .string("\u{FFFD}")), (#""\uD888\u1234""#, .string("\u{FFFD}\u{1234}")),
    (#""\ud800\ud800\n""#, .string("\u{FFFD}\u{FFFD}\n")),
    (#""\uDd1e\uD834あ""#, .string("\u{FFFD}\u{FFFD}あ")),
  ])
  func values(_ text: String, _ value: JSONValue) { #expect(JSONValue(text) == value) }

  /// A document takes and refuses the same, and counts what it replaced.
  @Test func documents() throws {
    let text =
      #"{"a":{"b":[1,"x",{"c":9223372036854775807}],"d":null,"e":""},"f g":1e3,"h":"\uD800"}"#
    let document = try JSONDocument(Array(text.utf8))
    #expect(
      document.members == [
        .init(name: "a.b", value: .integer(1)), .init(name: "a.b", value: .text("x")),
        .init(name: "a.b.c", value: .integer(.max)), .init(name: "f_g", value: .decimal("1e3")),
        .init(name: "h", value: .text("\u{FFFD}")),
      ])
    #expect(document.replacements == 1)
    for broken in [
      "[]", "{\"a\":012}", "{\"a\":\"\t\"}", "{\"a\":1}{}", "{\"a\":+1}", "{\"a\":1.}",
    ] {
      #expect(throws: JSONError.self) { try JSONDocument(Array(broken.utf8)) }
    }
    var bytes = Array("{\"a\":\"".utf8)
    bytes += [0xED, 0xA0, 0x80] + Array("\"}".utf8)
    #expect(throws: JSONError.self) { try JSONDocument(bytes) }
  }

  /// Names should be unique in their object (RFC 8259, 4); in another they may be the same.
  @Test func repeatedNames() throws {
    let many = "{" + (0..<100).map { "\"\($0)\":0" }.joined(separator: ",") + "}"
    for (text, name) in [
      (#"{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}"#, nil), (#"{"a":1,"b":2,"a":3}"#, "a"),
      (#"{"c":{"b":1,"\u0062":2,"c":3,"c":4}}"#, "b"), (#"{"a b":1,"a_b":2}"#, nil),
      (many, nil), (String(many.dropLast()) + #","3":0}"#, "3"),
      (String(many.dropLast()) + #","98":0}"#, "98"),
    ] {
      #expect(try JSONDocument(Array(text.utf8)).repeatedName == name, "\(text)")
      #expect(JSONValue.read(text)?.repeatedName == name, "\(text)")
    }
  }

  /// What is written is read back.
  @Test func written() {
    let text = "\"\\\u{0}\u{1F}\u{2028}\n\r\t𠮷/あ\u{7F}"
    #expect(JSONValue(JSONText.string(text)) == .string(text))
    #expect(JSONText.number(12) == "12" && JSONText.number(0.1) == "0.1")
  }
}
