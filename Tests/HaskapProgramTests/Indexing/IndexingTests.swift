import Foundation
import Testing

/// Building an index: what is wrong with the reports, what has changed, and that a failed build
/// leaves the index as it was.
@Suite struct IndexingTests {
  private static let mistakes: [(file: String, bytes: [UInt8], sentence: String)] = [
    (
      "b.txt", Array("町".utf8) + [0xFF],
      "Corpus/b.txt: no text in UTF-8 (byte 3), UTF-16, CP932, EUC-JP or ISO-2022-JP; "
        + "save it as UTF-8"
    ),
    ("c.txt", [], "Corpus/c.txt: holds no text; was its export cut short"),
    ("d.txt", Array(" \n　\n".utf8), "Corpus/d.txt: holds no text"),
  ]

  @Test(arguments: mistakes)
  func aBadReportStopsNoOther(
    _ mistake: (file: String, bytes: [UInt8], sentence: String)
  ) throws {
    let folder = try ReportFolder.indexed()
    let right = try folder.program.run("search", "町内会 清掃", "--lang", "en").output
    try folder.write(mistake.bytes, to: "Corpus/\(mistake.file)")
    try folder.write("雪まつりを開いた。\n", to: "Corpus/memo.txt")
    let run = try folder.program.run("index")
    #expect(run.errors.contains("haskap: warning: \(mistake.sentence)"))
    #expect(run.status == 5)
    #expect(run.lines.contains("1 added, 0 changed, 4 unchanged, 0 dropped, 1 failed"))
    #expect(try Questions.Answer(folder.program.run("search", "雪まつり", "--json")).total == 1)
    #expect(try folder.program.run("search", "町内会 清掃", "--lang", "en").output == right)
    let alone = try folder.program.run(
      "records", "Corpus/\(mistake.file)", "--lang", "en")
    #expect(alone.status == 2 && alone.errors.hasPrefix("haskap: \(mistake.sentence)"))
    #expect(try folder.program.run("records", "Corpus").status == 5)
  }

  @Test func aReportThatCanNoLongerBeReadIsKept() throws {
    let folder = try ReportFolder.indexed()
    let right = try folder.program.run("search", "ゼロカーボン").output
    try folder.write([0xE7, 0x94, 0xFF], to: "Corpus/tomakomai-pledges-2024.txt")
    let run = try folder.program.run("index")
    #expect(run.status == 5 && run.errors.contains("(the index keeps what it had of it)"))
    #expect(try folder.program.run("search", "ゼロカーボン").output == right)
  }

  @Test func whereNothingCanBeReadTheIndexStays() throws {
    let folder = try ReportFolder.indexed()
    let before = try folder.files()
    try folder.write("", to: "empty/a.txt")
    let run = try folder.program.run("index", "empty", "--replace")
    #expect(run.status == 2 && run.errors.hasPrefix("haskap: empty/a.txt: holds no text"))
    #expect(try folder.files() == before)
  }

  @Test func badPlaces() throws {
    let folder = try ReportFolder.indexed()
    let before = try folder.files()
    try folder.write("nothing", to: "empty/README.md")
    let mistakes = [
      (["index", "nosuch", "--replace"], "nosuch: cannot be read (No such file or directory)"),
      (["index", "empty", "--replace"], "empty: no reports here; name a folder with"),
      (["index", "--index", "Corpus"], "the folder 'Corpus' holds other things than an index"),
      (["index", "--index", "/proc/none"], "Could not make the folder '/proc/none'"),
      (["index", "--index", "Corpus/README.md"], "Corpus/README.md"),
      (["records", "nosuch"], "nosuch: cannot be read (No such file or directory)"),
    ]
    for (arguments, sentence) in mistakes {
      let run = try folder.program.run(arguments + ["--lang", "en"])
      #expect(run.errors.hasPrefix("haskap: ") && run.errors.contains(sentence))
      #expect(run.status == 2)
    }
    #expect(try folder.files() == before)
    #expect(try !folder.files(of: "Corpus").keys.contains("manifest"))
  }

  /// A flipped byte in any file is told by searching, or harms no answer; building again mends it.
  @Test func damageIsToldAndMended() throws {
    let folder = try ReportFolder.indexed()
    let right = try folder.program.run("search", "町内会 清掃", "--lang", "en").output
    for (name, data) in try folder.files() {
      var bytes = Array(data)
      bytes[bytes.count / 3] ^= 0x10
      try folder.write(bytes, to: "Index/current/\(name)")
      let run = try folder.program.run("search", "町内会 清掃", "--lang", "en")
      let isTold = run.status == 3 && run.errors.contains("is damaged (file '\(name)'")
      #expect(isTold || (run.status == 0 && run.output == right), "\(name): \(run.errors)")
      let paths = name == "manifest" ? " FOLDER" : ""
      if isTold { #expect(run.errors.hasSuffix("build it with: haskap index\(paths)\n")) }
      try folder.write(Array(data), to: "Index/current/\(name)")
    }
    try folder.write("", to: "Index/current/manifest")
    #expect(try folder.program.run("search", "清掃").status == 3)
    // What it was made of stood in the manifest alone: to take Corpus would be a guess.
    let guess = try folder.program.run("index")
    #expect(guess.status == 3 && guess.errors.contains("what the index was made of is unknown"))
    #expect(try folder.program.run("index", "Corpus").status == 0)
    #expect(try folder.program.run("search", "町内会 清掃", "--lang", "en").output == right)
  }

  @Test func recordsWithoutANameAreSound() throws {
    let folder = try ReportFolder()
    try folder.write("# 報告\n\n#\n\n町内会の清掃\n", to: "a.md")
    try folder.program.run("index", "a.md", "--index", "ix")
    #expect(try folder.program.run("check", "--index", "ix").status == 0)
  }

  @Test func onlyWhatChangedIsReadAgain() throws {
    let folder = try ReportFolder()
    #expect(try changes(folder) == ["added": 4, "changed": 0, "unchanged": 0, "dropped": 0])
    #expect(try changes(folder) == ["added": 0, "changed": 0, "unchanged": 4, "dropped": 0])
    let pledges = "\(folder.path)/Corpus/tomakomai-pledges-2024.txt"
    try FileManager.default.removeItem(atPath: pledges)
    let council = "Corpus/tomakomai-shakyo-2025.txt"
    let text = try String(contentsOfFile: "\(folder.path)/\(council)", encoding: .utf8)
    try folder.write(text.replacing("社協だより", with: "社協ニュース"), to: council)
    try folder.write("町内会で雪まつりを開いた。\n", to: "Corpus/memo.txt")
    #expect(try changes(folder) == ["added": 1, "changed": 1, "unchanged": 2, "dropped": 1])
    let program = folder.program
    #expect(try Questions.Answer(program.run("search", "雪まつり", "--json")).total == 1)
    #expect(try program.run("search", "社協ニュース").status == 0)
    #expect(try program.run("search", "\"社協だより\"").status == 1)
    #expect(try program.run("search", "ゼロカーボン").status == 1)
    // The same as an index that never was another.
    let question = ["search", "苫小牧", "--limit", "500"]
    try program.run("index", "--index", "Index/fresh")
    #expect(
      try program.run(question).output == program.run(question + ["--index", "Index/fresh"]).output)
  }

  private func changes(_ folder: ReportFolder) throws -> [String: Int] {
    let run = try folder.program.run("index", "--json")
    let summary = try #require(try run.object()["summary"] as? [String: Any])
    return ["added", "changed", "unchanged", "dropped"].reduce(into: [:]) {
      $0[$1] = (summary[$1] as? [String])?.count
    }
  }

  /// A text of no known layout is told of and found all the same; a report named twice, or linked
  /// in a circle, counts once.
  @Test func plainTextsAndRepeatedPaths() throws {
    let folder = try ReportFolder()
    try folder.write("はじめに\n\n町内会で雪まつりを開いた。\n", to: "notes/memo.txt")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/notes/again", withDestinationPath: ".")
    let run = try folder.program.run("index", "notes", "notes/memo.txt", "./notes")
    #expect(run.status == 0)
    #expect(run.lines.contains("1 added, 0 changed, 0 unchanged, 0 dropped"))
    #expect(run.errors.contains("haskap: warning: notes/memo.txt"))
    #expect(try Questions.Answer(folder.program.run("search", "雪まつり", "--json")).total == 1)
  }
}
