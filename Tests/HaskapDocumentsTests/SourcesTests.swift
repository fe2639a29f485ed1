import Foundation
import HaskapDocuments
import HaskapTestSupport
import Testing

/// The same documents, whatever file they come in.
@Suite struct SourcesTests {
  private let folder = TemporaryFolder()

  private func write(_ text: String, to name: String) throws -> String {
    try text.write(toFile: "\(folder.path)/\(name)", atomically: false, encoding: .utf8)
    return "\(folder.path)/\(name)"
  }

  private func read(_ path: String) throws -> [[SourceDocument.Member]] {
    let source = try DocumentSource(path: path)
    var documents: [[SourceDocument.Member]] = []
    while let document = try source.next() { documents.append(document.members) }
    return documents
  }

  private func packed(_ path: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/gzip")
    process.arguments = ["-k", path]
    try process.run()
    process.waitUntilExit()
    return path + ".gz"
  }

  /// Texts with every sign that has a meaning in one of the formats, longer together than a buffer.
  @Test(arguments: 0..<4)
  func sameInEveryFormat(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let pieces = [
      "町内会", "\"", ",", ";", "{", "}", "[", "]", "\\", " ", "𠮷", "a", ":", "\n", "é", "''",
    ]
    let texts = (0..<4000).map { number in
      "\(number)" + (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
    let objects = texts.enumerated().map { "{\"n\":\($0),\"text\":\(JSONText.string($1))}" }
    let expected = texts.enumerated().map { number, text in
      [
        SourceDocument.Member(name: "n", value: .integer(Int64(number))),
        SourceDocument.Member(name: "text", value: .text(text)),
      ]
    }
    let rows = texts.enumerated().map { "\($0),\"\($1.replacing("\"", with: "\"\""))\"" }
    let files = [
      ("a.jsonl", objects.joined(separator: "\n")),
      ("b.json", "[" + objects.joined(separator: ",") + "]"),
      ("c.json", "\u{FEFF}[\n  " + objects.joined(separator: ",\n  ") + "\n]\n"),
      (
        "d.json",
        objects.joined(separator: "\n\n").replacing(",\"text\":", with: ",\r\n \"text\" :\t")
      ),
      ("e.csv", "\u{FEFF}n,text\r\n" + rows.joined(separator: "\r\n") + "\r\n"),
    ]
    for (name, text) in files {
      let path = try write(text, to: "\(seed)-\(name)")
      #expect(try read(path) == expected, "seed \(seed), \(name)")
      #expect(try read(packed(path)) == expected, "seed \(seed), \(name).gz")
    }
  }

  @Test func tables() throws {
    let semicolons = try write("id;名称\n007;\"a;b\"\n\n8;\n", to: "a.csv")
    #expect(
      try read(semicolons) == [
        [.init(name: "id", value: .text("007")), .init(name: "名称", value: .text("a;b"))],
        [.init(name: "id", value: .integer(8))],
      ])
    // Tabs are never quoted.
    let tabs = try write("id\ttext\r\n1\t\"x\r\n", to: "a.tsv")
    #expect(try read(tabs)[0][1].value == .text("\"x"))
  }

  @Test(arguments: [
    ("a.csv", "id,a\n1,2,3\n", "a.csv:2: expected at most 2 cells"),
    ("a.csv", "id,a\n1,\"2\n3\n", "a.csv:2: expected a closing quote"),
    ("a.csv", "id,id\n", "a.csv:1: expected different names"),
    ("a.csv", "", "a.csv:1: expected a row"),
    ("a.json", "[{\"a\":1}\n{\"a\":2}]", "a.json:2: expected ',' or ']'"),
    ("a.json", "[{\"a\":1},\n", "a.json:2: expected an object or ']'"),
    ("a.json", "[{\"a\":1}]\n1", "a.json:2: expected nothing after the array"),
    ("a.json", "[{\"a\":1},2]", "a.json:1: expected an object"),
    ("a.json", "[\n{\"a\":\n1", "a.json:3: expected '}'"),
    ("a.json", "[\n{\"a\":\n01}]", "a.json:2: expected ',' or '}' at byte 8 of the document"),
  ])
  func mistakes(name: String, text: String, message: String) throws {
    let path = try write(text, to: name)
    let error = #expect(throws: InputError.self) { try read(path) }
    #expect(error?.description.contains("/" + message) == true, "\(error?.description ?? "")")
  }

  @Test func aPackedFileCutOff() throws {
    let path = try packed(
      try write(String(repeating: "{\"a\":\"xyzzy\"}\n", count: 99), to: "a.jsonl"))
    let bytes = try Data(contentsOf: URL(filePath: path))
    try bytes.dropLast(12).write(to: URL(filePath: path))
    let error = #expect(throws: InputError.self) { try read(path) }
    #expect(error?.description.contains("cut off as a gzip file") == true)
  }

  @Test func whatIsBadIsCounted() throws {
    let first = try write("{\"a\":1}\n{\n{\"a\":2}\n\n[]\n", to: "a.jsonl")
    let second = try write("x,y\n1,2,3\n4,5\n", to: "b.csv")
    var sources = DocumentSources(paths: [first, second, first])
    sources.skipsBad = true
    #expect(try sources.sample().count == 3)
    var count = 0
    while try sources.next() != nil { count += 1 }
    #expect(count == 3)
    #expect(sources.skipped.map(\.file) == [first, second])
    #expect(sources.skipped.map(\.count) == [2, 1])
    #expect(sources.skipped[0].first.hasPrefix("\(first):2: "))
  }
}
