import Foundation
import Testing

/// An index changes by what is added and removed, and never loses a report by a slip.
@Suite struct AddRemoveTests {
  private static let pledges = "Corpus/tomakomai-pledges-2024.txt"

  private func folder() throws -> ReportFolder {
    let folder = try ReportFolder.indexed()
    try folder.write("町内会で雪まつりを開いた。\n", to: "notes/memo.txt")
    return folder
  }

  private func summary(_ run: Program.Run) throws -> [String: [String]] {
    let summary = try #require(try run.object()["summary"] as? [String: Any])
    return summary.compactMapValues { $0 as? [String] }
  }

  @Test func otherPathsAreRefused() throws {
    let folder = try folder()
    let before = try folder.files()
    let run = try folder.program.run("index", "notes/memo.txt")
    #expect(run.status == 2)
    #expect(run.errors.contains("is made of Corpus; add to it with: haskap add notes/memo.txt"))
    #expect(try folder.files() == before)
    #expect(try folder.program.run("index", "./Corpus/").status == 0)
  }

  @Test func whatIsAddedStays() throws {
    let folder = try folder()
    let added = try summary(try folder.program.run("add", "notes", "--json"))
    #expect(added["added"] == ["notes/memo.txt"])
    #expect(added["unchanged"]?.count == 4)
    // The index remembers what it is made of.
    let again = try summary(try folder.program.run("index", "--json"))
    #expect(again["unchanged"]?.count == 5 && again["dropped"] == [])
    try folder.write("町内会で雪像を作った。\n", to: "notes/memo.txt")
    #expect(
      try summary(try folder.program.run("add", "notes/memo.txt", "--json"))["changed"]
        == ["notes/memo.txt"])
    #expect(try folder.program.run("search", "雪像").status == 0)
    // The same as an index that was made of both at once.
    let question = ["search", "苫小牧", "--limit", "500"]
    try folder.program.run("index", "Corpus", "notes", "--index", "Index/fresh")
    #expect(
      try folder.program.run(question).output
        == folder.program.run(question + ["--index", "Index/fresh"]).output)
  }

  /// The files of others may be away.
  @Test func addingReadsNothingElse() throws {
    let folder = try folder()
    let right = try folder.program.run("search", "ゼロカーボン").output
    try FileManager.default.removeItem(atPath: "\(folder.path)/Corpus")
    #expect(try folder.program.run("add", "notes").status == 0)
    #expect(try folder.program.run("search", "ゼロカーボン").output == right)
  }

  @Test func whatIsRemovedStaysAway() throws {
    let folder = try folder()
    let removed = try summary(try folder.program.run("remove", Self.pledges, "--json"))
    #expect(removed["dropped"] == [Self.pledges])
    #expect(try folder.program.run("search", "ゼロカーボン").status == 1)
    #expect(try folder.program.run("index").status == 0)
    #expect(try folder.program.run("search", "ゼロカーボン").status == 1)
    #expect(try folder.program.run("add", Self.pledges).status == 0)
    #expect(try folder.program.run("index").status == 0)
    #expect(try folder.program.run("search", "ゼロカーボン").status == 0)
    let unknown = try folder.program.run("remove", "notes/memo.txt")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("notes/memo.txt is no report of the index 'Index/current'"))
  }

  @Test func withoutAnIndexThereIsNothingToAddTo() throws {
    let folder = try ReportFolder()
    for command in ["add", "remove"] {
      let run = try folder.program.run(command, "Corpus")
      #expect(run.status == 3 && run.errors.contains("build it with: haskap index"))
    }
  }

  @Test func whatCannotBeReadIsNotRemembered() throws {
    let folder = try folder()
    #expect(try folder.program.run("add", "/dev/zero", "notes").status == 5)
    #expect(try folder.program.run("index").status == 0)
    #expect(try folder.program.run("search", "雪まつり").status == 0)
    // What is named together stands together, and can be taken back.
    #expect(try folder.program.run("index", "Corpus", "none.txt", "--replace").status == 5)
    #expect(try folder.program.run("index").status == 5)
    #expect(try folder.program.run("remove", "none.txt").status == 0)
    #expect(try folder.program.run("index").status == 0)
  }

  @Test func documentsAndReportsDoNotReplaceEachOtherByASlip() throws {
    let folder = try folder()
    try folder.write("{\"title\":\"海\"}\n", to: "docs.jsonl")
    let before = try folder.files()
    let run = try folder.program.run("index", "docs.jsonl")
    #expect(
      run.status == 2 && run.errors.contains("holds reports; choose another index by --index"))
    #expect(try folder.files() == before)
    #expect(try folder.program.run("index", "docs.jsonl", "--replace").status == 0)
    #expect(try folder.program.run("index", "Corpus").status == 2)
    #expect(try folder.program.run("add", "Corpus").errors.contains("no files of documents"))
    #expect(try folder.program.run("index", "Corpus", "--replace").status == 0)
  }
}
