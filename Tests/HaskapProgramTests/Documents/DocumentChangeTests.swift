import Foundation
import Testing

/// An index of documents changes by what is added and removed, file by file.
@Suite struct DocumentChangeTests {
  private static let harbor = """
    {"id":"b2","title":"港まつり","body":"船のパレードがあった。"}
    {"id":"c1","title":"朝市","body":"ホッキ貝を売る。"}

    """

  private func program() throws -> GenericProgram {
    let program = try GenericFixture.indexed()
    try program.write(Self.harbor, to: "harbor.jsonl")
    return program
  }

  private func keys(_ program: GenericProgram, _ words: String, _ index: String = "ix") throws
    -> Set<String>
  {
    let answer = try program.run("search", words, "--index", index, "--json").object()
    let hits = try #require(answer["hits"] as? [[String: Any]])
    guard answer["partial"] as? Bool == false else { return [] }
    return Set(hits.compactMap { ($0["document"] as? [String: Any])?["id"] as? String })
  }

  @Test func whatIsAddedReplacesByKeyAndRemovingBringsItBack() throws {
    let program = try program()
    let added = try program.run("add", "harbor.jsonl", "--index", "ix", "--json").object()
    #expect(added["documents"] as? Int == 6 && added["replaced"] as? Int == 1)
    #expect(added["added"] as? [String] == ["harbor.jsonl"])
    #expect(try keys(program, "ホッキ") == ["b4", "c1"])
    #expect(try keys(program, "花火") == [] && keys(program, "パレード") == ["b2"])
    let removed = try program.run("remove", "harbor.jsonl", "--index", "ix", "--json").object()
    #expect(removed["dropped"] as? [String] == ["harbor.jsonl"])
    #expect(removed["readAgain"] as? [String] == ["books.jsonl"])
    #expect(try keys(program, "ホッキ") == ["b4"] && keys(program, "花火") == ["b2"])
    let unknown = try program.run("remove", "harbor.jsonl", "--index", "ix")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("harbor.jsonl is no file of the index 'ix'"))
  }

  @Test func withoutPathsOnlyWhatChangedIsRead() throws {
    let program = try program()
    try program.run("add", "harbor.jsonl", "--index", "ix")
    let same = try program.run("index", "--index", "ix", "--json").object()
    #expect(same["unchanged"] as? [String] == ["books.jsonl", "harbor.jsonl"])
    try program.write(Self.harbor.replacing("朝市", with: "夕市の日"), to: "harbor.jsonl")
    let changed = try program.run("index", "--index", "ix")
    #expect(changed.output.contains("changed harbor.jsonl"))
    // One of the books had been replaced, and nothing tells whether it still is.
    #expect(changed.output.contains("0 added, 1 changed, 0 unchanged, 0 dropped, 1 read again"))
    #expect(try keys(program, "夕市") == ["c1"] && keys(program, "朝市") == [])
    try FileManager.default.removeItem(atPath: "\(program.path)/harbor.jsonl")
    let missing = try program.run("index", "--index", "ix")
    #expect(missing.status == 5 && missing.errors.contains("(the index keeps what it had of it)"))
    #expect(try keys(program, "夕市") == ["c1"])
  }

  @Test func whatHasBecomeEmptyIsKept() throws {
    let program = try program()
    try program.run("add", "harbor.jsonl", "--index", "ix")
    try program.write("", to: "harbor.jsonl")
    let run = try program.run("index", "--index", "ix")
    #expect(run.status == 5 && run.errors.contains("harbor.jsonl: is empty, and the index has"))
    #expect(try keys(program, "パレード") == ["b2"])
  }

  @Test func whatIsReadIsNotWrittenOver() throws {
    let program = try program()
    _ = try program.shell("ln -s harbor.jsonl link")
    let run = try program.run(
      "index", "harbor.jsonl", "--index", "new", "--skip-bad", "--skipped", "link")
    #expect(run.status == 2 && run.errors.contains("harbor.jsonl is that file and is read"))
    #expect(try program.shell("cat harbor.jsonl").output == Self.harbor)
  }

  @Test(arguments: ["manifest", "writer.lock"]) func filesOfOthersStay(name: String) throws {
    let program = try program()
    _ = try program.shell("mkdir own; echo only copy > own/\(name)")
    let run = try program.run("index", "harbor.jsonl", "--index", "own")
    #expect(run.status == 2 && run.errors.contains("holds other things than an index"))
    #expect(try program.shell("cat own/\(name)").output == "only copy\n")
  }

  /// The names of two files may be equal by Unicode and differ by their bytes.
  @Test func namesOfOneSoundAreTwoFiles() throws {
    let program = try program()
    try program.write("{\"id\":\"x1\",\"title\":\"港\"}\n", to: "\u{30D0}.jsonl")
    try program.write("{\"id\":\"x2\",\"title\":\"港\"}\n", to: "\u{30CF}\u{3099}.jsonl")
    try program.run(
      "index", "\u{30D0}.jsonl", "\u{30CF}\u{3099}.jsonl", "--index", "two")
    #expect(try keys(program, "港", "two") == ["x1", "x2"])
    let again = try program.run("index", "--index", "two", "--json").object()
    #expect((again["unchanged"] as? [String])?.count == 2)
  }

  @Test func aNameOfTwoLinesIsShownOnOne() throws {
    let program = try program()
    try program.write("{\"id\":\"x1\",\"title\":\"港\"}\n", to: "a\nb.jsonl")
    try program.run("add", "a\nb.jsonl", "--index", "ix")
    let found = try program.run("search", "港", "--source", "--index", "ix")
    #expect(found.output.contains("a b.jsonl"))
    let run = try program.run("remove", "a\nb.jsonl", "--index", "ix")
    #expect(run.output.contains("dropped a b.jsonl\n"))
  }

  /// A line that is no document changes nothing.
  @Test func aBadFileLeavesTheIndex() throws {
    let program = try program()
    try program.write(Self.harbor + "{\"id\":", to: "harbor.jsonl")
    let run = try program.run("add", "harbor.jsonl", "--index", "ix")
    #expect(run.status == 2 && run.errors.contains("harbor.jsonl:3: expected"))
    #expect(try keys(program, "ホッキ") == ["b4"] && keys(program, "花火") == ["b2"])
  }

  @Test func otherPathsAreRefused() throws {
    let program = try program()
    let run = try program.run("index", "harbor.jsonl", "--index", "ix")
    #expect(run.status == 2)
    #expect(run.errors.contains("is made of books.jsonl; add to it with: haskap add harbor.jsonl"))
    #expect(try program.run("index", "harbor.jsonl", "--index", "ix", "--replace").status == 0)
    #expect(try keys(program, "ホッキ") == ["c1"])
  }

  @Test func theFileIsTold() throws {
    let program = try program()
    try program.run("add", "harbor.jsonl", "--index", "ix")
    let answer = try program.run("search", "朝市", "--index", "ix", "--source")
    #expect(answer.output.contains("出典: harbor.jsonl"))
    #expect(try keys(program, "_file:harbor.jsonl") == ["b2", "c1"])
    let shown = try program.run("show", "b4", "ホッキ", "--index", "ix")
    #expect(shown.output.contains("[ホッキ]貝をとる人たちの話") && shown.output.contains("books.jsonl"))
    #expect(try program.run("show", "b9", "--index", "ix").status == 1)
  }
}
