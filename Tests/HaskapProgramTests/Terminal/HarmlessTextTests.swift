import HaskapDocuments
import Testing

/// What a report, a document or a file's name holds does not steer the terminal.
@Suite struct HarmlessTextTests {
  private func shown(_ text: String, keeping: [[UInt8]] = []) -> String {
    var bytes: [UInt8] = []
    HarmlessText.append(text, to: &bytes, keeping: keeping)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func everyCharacter() {
    for value in (0 as UInt32)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isDirection =
        value == 0x61C
        || [0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069].contains { $0 ~= value }
      let isControl = scalar.properties.generalCategory == .control && value != 9 && value != 10
      let expected = isDirection ? "" : isControl ? " " : String(scalar)
      #expect(shown("a\(scalar)b").utf8.elementsEqual("a\(expected)b".utf8), "\(value)")
      #expect(shown("\(scalar)").utf8.elementsEqual(expected.utf8), "\(value)")
    }
  }

  /// Several are looked at in one step.
  @Test func everyPlace() {
    for length in 0..<50 {
      let (before, after) = (String(repeating: "a", count: length), "京\n\tb")
      #expect(shown("\(before)\u{1B}\(after)\(before)") == "\(before) \(after)\(before)")
      #expect(shown("\(before)…\u{202E}\(after)") == "\(before)…\(after)")
      #expect(HarmlessText.json("\(before)\u{7F}\(before)") == "\(before)\\u007f\(before)")
      #expect(HarmlessText.json("\(before)…\(before)") == "\(before)…\(before)")
    }
  }

  @Test func lineEndsStay() {
    #expect(shown("a\r\nb\rc\n").utf8.elementsEqual("a\r\nb c\n".utf8))
    #expect(HarmlessText.line("a\r\nb\nc\td\u{1B}e") == "a b c d e")
  }

  @Test func ownColorsStay() {
    let bold = Array("\u{1B}[1m".utf8)
    #expect(shown("\u{1B}[1mx\u{1B}[2J", keeping: [bold]) == "\u{1B}[1mx [2J")
  }

  @Test func jsonMeansTheSame() {
    #expect(HarmlessText.json("\"京\u{202E}\u{9B}\u{7F}\"") == "\"京\\u202e\\u009b\\u007f\"")
  }

  /// From a report's cell, a document's value and a file's name to the screen.
  @Test func programs() throws {
    let folder = try ReportFolder()
    let evil = "\u{1B}]52;c;ZXZpbA==\u{7}事業\u{202E}"
    try folder.write("①\t\(evil)\t町内会\n", to: "r/a\u{1B}[2J\nb.txt")
    try folder.write(
      "{\"id\":\"\(evil.dropFirst(2))\"}\n".replacing("\u{7}", with: "\\u0007"), to: "d.jsonl")
    let runs = [
      ["index", "r", "--index", "i"], ["search", "事業", "--index", "i"],
      ["search", "事業", "--index", "i", "--json"], ["search", "事業", "--index", "i", "--csv"],
      ["records", "r"], ["records", "r", "--csv"], ["index", "d.jsonl", "--index", "j"],
      ["search", "事業", "--index", "j"], ["search", "事業", "--index", "j", "--csv"],
      ["index", "r/no\u{1B}[2J"], ["search", "\u{1B}[2J)(", "--index", "j"],
    ]
    for arguments in runs {
      let run = try folder.program.run(arguments)
      let text = run.output + run.errors
      #expect(!text.isEmpty)
      let steers = text.unicodeScalars.contains {
        $0.value < 32 && $0 != "\n" && $0 != "\t" && $0 != "\r" || $0 == "\u{202E}"
      }
      #expect(!steers, "\(arguments)")
      let forged = text.split(separator: "\n").contains { $0.hasPrefix("b.txt") }
      #expect(
        !forged || arguments.last == "--csv", "a file's name stays on its line, or in its cell")
    }
  }
}
