import Foundation
import HaskapTestSupport
import Testing

/// Several indexes, named one by one or by a list, are asked as one, and joined to one.
@Suite struct ShardTests {
  private static let queries = ["町内会", "海", "tags:雪", "year:2000..", "花火 除雪", "\"話しあった\"", "港*"]

  /// The books in an index of their own, and in three by their order.
  private static func program() throws -> GenericProgram {
    let program = GenericProgram()
    let lines = GenericFixture.books.split(separator: "\n").map { $0 + "\n" }
    try program.write(lines.joined(), to: "books.jsonl")
    let schema = try program.run("index", "books.jsonl", "--guess").output
    try program.write(schema, to: "schema.json")
    try program.run("index", "books.jsonl", "--schema", "schema.json", "--index", "whole")
    #expect(try program.shell("mkdir shards").status == 0)
    for (part, range) in [0..<1, 1..<2, 2..<5].enumerated() {
      // Files of one name, so that only the index differs.
      try program.write(lines[range].joined(), to: "books.jsonl")
      let index = "shards/\(part)"
      let run = try program.run(
        "index", "books.jsonl", "--schema", "schema.json", "--index", index)
      #expect(run.status == 0, "\(run.errors)")
    }
    try program.write("{\"shards\":[\"0\",\"1\",\"2\"]}", to: "shards/shards.json")
    return program
  }

  @Test func answersAreThoseOfOneIndex() throws {
    let program = try Self.program()
    let merged = try program.run("merge", "shards", "--index", "joined")
    #expect(merged.status == 0 && merged.output.contains("5"), "\(merged.errors)")
    #expect(try program.run("check", "--index", "joined").status == 0)
    for query in Self.queries {
      for format in ["--json", "--csv"] {
        let whole = try program.run("search", query, format, "--index", "whole")
        let parts = try program.run(
          "search", query, format, "--index", "shards/0", "--index", "shards/1", "--index",
          "shards/2")
        #expect(parts.output == whole.output && parts.status == whole.status, "\(query)")
        for index in ["shards", "joined"] {
          let run = try program.run("search", query, format, "--index", index)
          #expect(run.output == whole.output, "\(index): \(query)")
        }
      }
    }
    try program.write(
      Self.queries.joined(separator: "\n") + "\n\(String(repeating: "長", count: 10_001))\n",
      to: "queries")
    let whole = try program.run("search", "--queries", "queries", "--index", "whole")
    #expect(whole.lines.count == Self.queries.count + 2)
    #expect(
      whole.output.contains("{\"id\":\"b3\",\"match\":\"exact\",\"rank\":1,")
        && whole.output.contains("error"))
    #expect(
      try program.run("search", "--queries", "queries", "--index", "shards").output
        == whole.output)
    for command in [["show", "b4"], ["similar", "b1"], ["suggest", "町"]] {
      let runs = try ["whole", "shards"].map {
        try Program(folder: program.path).run(command + ["--index", $0])
      }
      #expect(runs[0].status == 0 && runs[1].output == runs[0].output, "\(command)")
    }
  }

  /// However a command line is read.
  @Test func severalIndexesAreTaken() throws {
    let program = try Self.program()
    let parts = ["shards/0", "shards/1", "shards/2"].map { " --index \($0)" }.joined()
    try program.write("町内会\n", to: "queries")
    for words in ["--json -- 町内会", "--queries queries"] {
      let whole = try program.shell("$HASKAP search --index whole \(words)")
      let run = try program.shell("$HASKAP search\(parts) \(words)")
      #expect(run.status == 0 && run.output == whole.output, "\(words): \(run.errors)")
    }
    let check = try program.shell("$HASKAP check\(parts) --json")
    #expect(check.status == 0 && check.output.split(separator: "\n").count == 3, "\(check.errors)")
    try program.write("{\"id\":\"x\",\"year\":\"soon\"}\n", to: "other.jsonl")
    try program.run("index", "other.jsonl", "--index", "other")
    #expect(try program.shell("$HASKAP check --index other\(parts)").status == 0)
    #expect(try program.shell("$HASKAP optimize\(parts)").status == 0)
    #expect(try program.shell("$HASKAP export --opensearch out --draw 3\(parts)").status == 0)
    let one = try program.shell("$HASKAP show b4\(parts)")
    #expect(one.status == 2 && one.errors.contains("name one index"))
  }

  @Test func whatCannotBeOneIsRefusedInASentence() throws {
    let program = try Self.program()
    try program.write("{\"id\":\"x\",\"year\":\"soon\"}\n", to: "other.jsonl")
    try program.run("index", "other.jsonl", "--index", "other")
    #expect(try program.shell("mkdir bad").status == 0)
    try program.write("{\"shards\":[\"../other\"]}", to: "bad/shards.json")
    let refused: [([String], Int32, String)] = [
      (["search", "海", "--index", "whole", "--index", "other"], 2, "with the same schema"),
      (["search", "海", "--index", "whole", "--index", "./whole/"], 2, "named twice"),
      (["search", "海", "--index", "whole", "--index", "none"], 3, "'none' does not exist"),
      (["search", "海", "--index", "bad"], 3, "shards.json"),
      (["merge", "shards", "--index", "whole"], 2, "--replace"),
      (["merge", "shards", "other", "--index", "new"], 2, "with the same schema"),
      (["merge", "shards", "--index", "shards"], 2, "one of those to be merged"),
      (["merge", "whole", "--index", "./whole", "--replace"], 2, "one of those to be merged"),
      (["add", "books.jsonl", "--index", "shards"], 2, "other things"),
      (["index", "books.jsonl", "--index", "shards"], 2, "other things"),
      (["index", "books.jsonl", "--index", "n", "--skipped", "f"], 2, "--skip-bad"),
    ]
    for (arguments, status, words) in refused {
      let run = try Program(folder: program.path).run(arguments + ["--lang", "en"])
      #expect(run.status == status && run.errors.contains(words), "\(arguments): \(run.errors)")
      #expect(GenericProgram.isOneSentence(run.errors), "\(run.errors)")
    }
  }

  @Test func shardsAreCheckedAndOptimizedTogether() throws {
    let program = try Self.program()
    for (number, line) in GenericFixture.books.split(separator: "\n").suffix(2).enumerated() {
      try program.write(line + "\n", to: "\(number).jsonl")
      try program.run("add", "\(number).jsonl", "--index", "shards/0")
    }
    let search = ["search", "海", "--json", "--index", "shards"]
    let before = try Program(folder: program.path).run(search)
    let run = try program.run("optimize", "--index", "shards", "--json")
    let after = try #require(try run.object()["after"] as? [String: Any])
    #expect(after["segments"] as? Int == 3 && after["documents"] as? Int == 7, "\(run.output)")
    #expect(try Program(folder: program.path).run(search).output == before.output)
    let sound = try program.run("check", "--index", "shards", "--json")
    #expect(try sound.object()["documents"] as? Int == 7 && sound.status == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(program.path)/shards/1")
    let terms = try #require(files.first { $0.hasSuffix(".terms") })
    try program.write("damage", to: "shards/1/\(terms)")
    let damaged = try program.run("check", "--index", "shards")
    #expect(damaged.status == 3 && damaged.output.contains("shards/1/\(terms)"))
  }

  @Test func documentsPassedOverAreKeptAside() throws {
    let program = GenericProgram()
    try program.write(
      "{\"id\":\"a\"}\nno JSON\n{\"id\":\"b\"}\n{\"id\":[\"c\",\"d\"]}\n", to: "d.jsonl")
    try program.write(
      "{\"key\":\"id\",\"fields\":[{\"name\":\"id\",\"type\":\"keyword\"}]}", to: "schema.json")
    let run = try program.run(
      "index", "d.jsonl", "--schema", "schema.json", "--index", "i", "--skip-bad", "--skipped",
      "bad.jsonl", "--memory", "16", "--workers", "1")
    #expect(run.status == 0 && run.output.hasPrefix("2 documents"), "\(run.errors)")
    let bad = try String(contentsOfFile: "\(program.path)/bad.jsonl", encoding: .utf8)
    let lines = bad.split(separator: "\n").map { $0.prefix(27) }
    #expect(lines == [#"{"file":"d.jsonl","line":2,"#, #"{"file":"d.jsonl","line":4,"#])
  }
}
