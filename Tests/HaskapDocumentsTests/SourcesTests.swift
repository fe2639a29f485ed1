import CZstd
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

  /// Two frames, one after the other.
  private func packedByZstd(_ path: String) throws -> String {
    let bytes = try Data(contentsOf: URL(filePath: path))
    let frames = [bytes.prefix(bytes.count / 3), bytes.dropFirst(bytes.count / 3)].map { part in
      var frame = [UInt8](repeating: 0, count: ZSTD_compressBound(part.count))
      let count = ZSTD_compress(&frame, frame.count, Array(part), part.count, 3)
      return frame.prefix(count)
    }
    try Data(frames.joined()).write(to: URL(filePath: path + ".zst"))
    return path + ".zst"
  }

  /// What is odd is told once for each file, and read as it stands.
  @Test(arguments: [
    ("a.jsonl", "{\"a\":1}\n{\"a\":1,\"a\":2}\n{\"b\":1,\"b\":2}\n", 3, 2, 2),
    ("a.json", "[{\"a\":1},\n\n{\"a\":1,\n\"a\":2}]", 2, 1, 3),
    ("a.tsv", "a\tb\n1\t\"x\"\n\"2\ty\n3\t\"z\n4\t\"\"\"\n", 4, 3, 3),
    ("a.csv", "a,b\n\"x\ny\",\"z\n2,z\n3,y\"w\n", 1, 1, 3),
    ("b.csv", "a,b\n1,\"x\ny\"\n2,\"x\"\"y\"\n3,\"\"\n4,5\" x 6\"\n", 4, 0, 0),
  ]) func doubts(_ name: String, _ text: String, _ read: Int, _ count: Int, _ line: Int) throws {
    let path = try write(text, to: name)
    var sources = DocumentSources(paths: [path])
    var documents = 0
    while try sources.next() != nil { documents += 1 }
    #expect(documents == read)
    #expect(sources.doubts.map(\.count) == (count == 0 ? [] : [count]))
    let isTold = sources.doubts.first?.first.hasPrefix("\(path):\(line): a") ?? (count == 0)
    #expect(isTold, "\(sources.doubts)")
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
      #expect(try read(packedByZstd(path)) == expected, "seed \(seed), \(name).zst")
    }
  }

  @Test func tables() throws {
    let semicolons = try write("id;名称\n007;\"a;b\"\n\n8;\n", to: "a.csv")
    #expect(
      try read(semicolons) == [
        [.init(name: "id", value: .text("007")), .init(name: "名称", value: .text("a;b"))],
        [.init(name: "id", value: .integer(8))],
      ])
    let numbers = try write("a,b,c,d\n4.5,-3.0,1.10,1e5\n", to: "n.csv")
    #expect(
      try read(numbers)[0].map(\.value) == [
        .decimal("4.5"), .decimal("-3.0"), .text("1.10"), .text("1e5"),
      ])
  }

  /// Between tabs a quote is a sign like any other, but around a line break.
  @Test(arguments: [
    ("id\ttext\r\n1\t\"x\r\n", ["\"x"]),
    ("id\ttext\n1\t\"海\"\n2\t\"\n3\ty\"\n", ["\"海\"", "\"", "y\""]),
    ("id\ttext\n1\t\"海の\n\"\"家\"\"\"\n2\t空\n", ["海の\n\"家\"", "空"]),
    ("text\tid\n\"海\n\n山\"\t1\n空\t2\n", ["海\n\n山", "空"]),
  ])
  func quotesBetweenTabs(table: String, texts: [String]) throws {
    let documents = try read(try write(table, to: "q.tsv"))
    #expect(documents.map { $0.first { $0.name == "text" }?.value } == texts.map { .text($0) })
  }

  /// Files in other encodings are those in UTF-8, with one line that is none.
  @Test(arguments: ["CP932", "EUC-JP", "ISO-2022-JP", "UTF-16", "UTF-16LE", "UTF-16BE"])
  func otherEncodings(encoding: String) throws {
    let texts = ["表とソと能", "町内会で花火", "plain", "ホッキ貝"]
    let lines = texts.enumerated().map { "{\"n\":\($0),\"text\":\(JSONText.string($1))}\n" }
    for (name, text) in [
      ("a.jsonl", lines.joined()), ("b.json", "[" + lines.joined(separator: ",") + "]"),
      ("c.csv", "n,text\n" + texts.enumerated().map { "\($0),\($1)\n" }.joined()),
    ] {
      let path = try write(text, to: name)
      let other = "\(folder.path)/\(encoding)-\(name)"
      let process = Process()
      process.executableURL = URL(filePath: "/bin/bash")
      process.arguments = ["-c", "iconv -f UTF-8 -t \(encoding) \(path) > \(other)"]
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(try read(other) == read(path), "\(encoding), \(name)")
    }
  }

  /// Short cells of signs of print, and half-width kana.
  @Test(arguments: [
    ([0x87, 0x8A], "㈱"), ([0x87, 0x40], "①"), ([0x87, 0x56], "Ⅲ"), ([0x87, 0x82], "№"),
    ([0xCA, 0xDD, 0xB6], "ﾊﾝｶ"), ([0xC4, 0xAE, 0xC6, 0xE2], "町内"),
  ])
  func shortCells(bytes: [UInt8], text: String) throws {
    let path = "\(folder.path)/short.csv"
    try Data(Array("id,title\n1,".utf8) + bytes + [0x0A]).write(to: URL(filePath: path))
    #expect(try read(path)[0].last?.value == .text(text))
  }

  @Test func aBadLineMakesNoOtherEncoding() throws {
    var bytes = Array("{\"text\":\"海の話\"}\n".utf8)
    bytes += Array("{\"text\":\"".utf8) + [0x95, 0x5C] + Array("\"}\n{\"text\":\"山\"}\n".utf8)
    let path = "\(folder.path)/bad.jsonl"
    try Data(bytes).write(to: URL(filePath: path))
    var sources = DocumentSources(paths: [path])
    sources.skipsBad = true
    #expect(try sources.sample().map { $0.members[0].value.text } == ["海の話", "山"])
    #expect(sources.skipped.map(\.count) == [1])
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

  /// What stands behind a member is another one, or zeros.
  @Test(arguments: [("", 2), ("zeros", 1), ("text", nil), ("damaged", nil)] as [(String, Int?)])
  func behindAMember(what: String, count: Int?) throws {
    let path = try packed(try write("{\"a\":\"xyzzy\"}\n", to: "a.jsonl"))
    let member = try Data(contentsOf: URL(filePath: path))
    let more =
      switch what {
      case "zeros": Data(count: 600)
      case "text": Data("text".utf8)
      case "damaged": Data([0]) + Data([0x1E]) + member.dropFirst()
      default: member
      }
    try (member + more).write(to: URL(filePath: path))
    guard let count else {
      let error = #expect(throws: InputError.self) { try read(path) }
      #expect(error?.description.contains("as a gzip file (trailing garbage)") == true)
      return
    }
    #expect(try read(path).count == count)
  }

  @Test(arguments: [12, 40]) func aFrameCutOff(missing: Int) throws {
    let path = try packedByZstd(
      try write(String(repeating: "{\"a\":\"xyzzy\"}\n", count: 99), to: "a.jsonl"))
    let bytes = try Data(contentsOf: URL(filePath: path))
    try bytes.dropLast(min(missing, bytes.count - 8)).write(to: URL(filePath: path))
    let error = #expect(throws: InputError.self) { try read(path) }
    #expect(error?.description.contains("cut off as a zstd file") == true)
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
