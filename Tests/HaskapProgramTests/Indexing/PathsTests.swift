import Foundation
import Testing

/// A file is one file by whatever path it is reached, and what cannot be read again stays.
@Suite struct PathsTests {
  private let program = GenericProgram()

  private func documents(_ index: String) throws -> Int? {
    try program.shell("$HASKAP search '*' --index \(index) --json --limit 0").object()["total"]
      as? Int
  }

  @Test func whatCameByStandardInputStays() throws {
    for (number, text) in ["海", "山", "川"].enumerated() {
      let command = number == 0 ? "index" : "add"
      let line = #"{"id":"\#(number)","t":"\#(text)"}"#
      #expect(try program.shell("echo '\(line)' | $HASKAP \(command) - --index ix").status == 0)
    }
    #expect(try documents("ix") == 3)
    let again = try program.shell(#"echo '{"id":"1","t":"谷"}' | $HASKAP add - --index ix --json"#)
    #expect(try again.object()["replaced"] as? Int == 1)
    #expect(try documents("ix") == 3)
    let run = try program.shell("$HASKAP index --index ix --lang en </dev/null")
    #expect(run.status == 0 && run.errors.contains("is not read again, and stays"))
    #expect(try documents("ix") == 3)
    try program.write(#"{"fields":[{"name":"id","type":"keyword"}]}"#, to: "s.json")
    let other = try program.shell("$HASKAP index --index ix --schema s.json --lang en </dev/null")
    #expect(other.status == 2 && other.errors.contains("cannot be read again"))
    #expect(try documents("ix") == 3)
    #expect(try program.shell("$HASKAP remove - --index ix").status == 0)
    #expect(try documents("ix") == 0)
  }

  @Test(arguments: ["", "\"id\":\"NAME\","])
  func documentsOfAFileOrFolderThatIsAwayStay(key: String) throws {
    _ = try program.shell("mkdir A B")
    for name in ["A/a", "B/b"] {
      let line = "{\(key.replacing("NAME", with: name))\"t\":\"海の話\"}\n"
      try program.write(line, to: "\(name).jsonl")
    }
    let schema = #"{"fields":[{"name":"id","type":"keyword"},{"name":"t","type":"text"}]}"#
    try program.write(schema, to: "s.json")
    let built = try program.shell("$HASKAP index A B --schema s.json --index ix")
    #expect(built.status == 0 && built.errors.isEmpty)
    for path in ["./A/a.jsonl", "$PWD/A/a.jsonl", "A//./a.jsonl", "B/../A"] {
      #expect(try program.shell("$HASKAP add \(path) --index ix").status == 0)
      #expect(try documents("ix") == 2, "\(path)")
    }
    let away = try program.shell("mv B away; $HASKAP index --index ix --lang en")
    #expect(away.status == 5 && away.errors.contains("B: cannot be read"))
    #expect(away.errors.contains("(the index keeps what it had of it)"))
    #expect(try documents("ix") == 2)
    #expect(try program.shell("cd away && $HASKAP index --index ../ix").status == 2)
    #expect(try documents("ix") == 2)
    let removed = try program.shell("$HASKAP remove $PWD/B --index ix; $HASKAP index --index ix")
    #expect(try removed.status == 0 && documents("ix") == 1)
  }
}

/// The same of reports.
@Suite struct ReportPathsTests {
  private func folder() throws -> ReportFolder {
    let folder = try ReportFolder()
    try folder.write("町内会で雪まつりを開いた。\n", to: "A/k.txt")
    try folder.write("町内会で花火を上げた。\n", to: "B/l.txt")
    try folder.program.run("index", "A", "B", "--index", "ix")
    return folder
  }

  private func summary(_ run: Program.Run) throws -> [String: Any] {
    try #require(try run.object()["summary"] as? [String: Any])
  }

  @Test func reportsOfAFolderThatIsAwayStay() throws {
    let folder = try folder()
    let run = try folder.program.shell("mv B away; $HASKAP index --index ix --json")
    #expect(run.status == 5)
    #expect(try summary(run)["dropped"] as? [String] == [])
    #expect(try folder.program.run("search", "花火", "--index", "ix").status == 0)
    #expect(try folder.program.shell("cd away && $HASKAP index --index ../ix").status == 2)
    #expect(try folder.program.run("search", "花火", "--index", "ix").status == 0)
    // What is missing in a folder that is there was taken away.
    let gone = try folder.program.shell(
      "mv away B; rm B/l.txt; touch B/m.txt; $HASKAP index --index ix --json")
    #expect(try summary(gone)["dropped"] as? [String] == ["B/l.txt"])
  }

  @Test(arguments: ["./A/k.txt", "$PWD/A/k.txt", "$PWD/A", "B/../A/k.txt"])
  func aReportIsOneByAnyPath(path: String) throws {
    let folder = try folder()
    let run = try folder.program.shell("$HASKAP add \(path) --index ix --json")
    #expect(try summary(run)["records"] as? Int == 2)
    #expect(try summary(run)["added"] as? [String] == [])
    #expect(try folder.program.shell("$HASKAP index $PWD/A ./B --index ix").status == 0)
    #expect(try folder.program.shell("$HASKAP remove \(path) --index ix").status == 0)
    #expect(try folder.program.run("search", "雪まつり", "--index", "ix").status == 1)
  }

  @Test func copiesAreNamed() throws {
    let folder = try folder()
    let run = try folder.program.shell("cp A/k.txt B/copy.txt; $HASKAP index --index ix --lang en")
    #expect(run.status == 0 && run.errors.contains("B/copy.txt: is a copy of A/k.txt"))
  }

  @Test func whatIsLeftOfNothing() throws {
    let folder = try folder()
    try folder.program.run("remove", "A", "B", "--index", "ix")
    let run = try folder.program.run("index", "--index", "ix", "--lang", "en")
    #expect(run.status == 2 && run.errors.contains("has been taken out of it; name something"))
    #expect(try folder.program.run("index", "A", "--index", "ix").status == 0)
  }

  @Test func documentsAreNotAddedToReports() throws {
    let folder = try folder()
    try folder.write("{\"id\":\"1\",\"t\":\"海\"}\n", to: "d.jsonl")
    let run = try folder.program.run("add", "d.jsonl", "--index", "ix", "--lang", "en")
    #expect(run.status == 2 && run.errors.contains("the index 'ix' holds reports"))
    try folder.program.run("index", "A", "--index", "ix", "--replace")
    let packed = try folder.program.shell(
      "gzip -c /dev/null > e.csv.gz; $HASKAP index e.csv.gz --index new")
    #expect(packed.errors.contains("e.csv.gz:1: expected a row"))
  }
}
