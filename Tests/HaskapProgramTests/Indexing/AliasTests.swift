import Foundation
import Testing

/// A user's file of other and earlier names.
@Suite struct AliasTests {
  /// Two bodies of the corpus that nobody would take for one, joined by a file; the index remembers.
  @Test func searchesUseTheFileTheIndexWasBuiltWith() throws {
    let folder = try ReportFolder()
    let program = folder.program
    try folder.write("# 例\r\n株式会社苫東　＝　苫東会社｜東の会\r\n苫東 < 楽知ん研究所\r\n", to: "names.txt")
    let built = try program.run("index", "--aliases", "names.txt")
    #expect(built.status == 0 && built.output.contains("with the aliases of names.txt"))
    for name in ["東の会", "苫東", "楽知ん研究所"] {
      let answer = try Questions.Answer(program.run("organization", name, "--json"))
      #expect(
        Set(answer.activityPlaces) == ["2020:172", "2023:23", "2020:262", "2020:263", "2020:264"],
        "\(name)")
    }
    let text = try program.run("organization", "苫東").output
    #expect(text.contains("別名: 苫東会社、東の会") && text.contains("旧称: 楽知ん研究所"))
    let filtered = try Questions.Answer(
      program.run("search", "", "--organization", "東の会", "--type", "project", "--json"))
    #expect(filtered.total == 5)
    let again = try program.run("index")
    #expect(again.output.contains("4 unchanged") && again.output.contains("aliases of names.txt"))
    #expect(try Questions.Answer(program.run("organization", "東の会", "--json")).status == 0)
    try folder.write("", to: "none.txt")
    try program.run("index", "--aliases", "none.txt")
    #expect(try program.run("organization", "東の会").status == 1)
  }

  /// What the file that ships knows already is told once.
  @Test func aNameIsToldOnce() throws {
    let folder = try ReportFolder()
    try folder.write("北洋大学 < 苫小牧駒澤大学\n苫小牧青年会議所 = 苫小牧JC | 苫JC\n", to: "names.txt")
    try folder.program.run("index", "--aliases", "names.txt")
    let university = try folder.program.run("organization", "北洋大学").output
    #expect(university.contains("\n旧称: 苫小牧駒澤大学\n"))
    let chamber = try folder.program.run("organization", "苫小牧青年会議所").output
    #expect(chamber.contains("\n別名: 苫小牧JC、苫JC\n"))
  }

  private static let mistakes: [(String, String)] = [
    ("甲 = 乙\n丙\n", "names.txt:2: expected 'name = other"),
    ("\n甲 = \n", "names.txt:2: expected 'name = other"),
    ("甲 = 乙 | | 丙\n", "names.txt:1: expected 'name = other"),
    ("甲 = 乙\n丙 < 乙\n", "names.txt:2: '乙' is already another name of '甲'"),
  ]

  @Test(arguments: mistakes) func mistake(_ text: String, _ sentence: String) throws {
    let folder = try ReportFolder.indexed()
    let before = try folder.files()
    try folder.write(text, to: "names.txt")
    let run = try folder.program.run("index", "--aliases", "names.txt")
    #expect(run.status == 2 && run.errors.contains(sentence), "\(run.errors)")
    #expect(try folder.files() == before)
  }

  /// They stand in the manifest: damage to another file is no reason to forget them, and what cannot
  /// be kept is told.
  @Test func outlastDamage() throws {
    let folder = try ReportFolder()
    try folder.write("苫東 < 楽知ん研究所\n", to: "names.txt")
    try folder.program.run("index", "--aliases", "names.txt")
    try folder.write("", to: "Index/current/1.norms")
    #expect(try folder.program.run("index").output.contains("with the aliases of names.txt"))
    try folder.write("", to: "Index/current/manifest")
    #expect(try folder.program.run("index").status == 3)
    let lost = try folder.program.run("index", "Corpus")
    #expect(lost.status == 0 && lost.errors.contains("Aliases and a thesaurus that were given"))
    #expect(!lost.output.contains("with the aliases"))
  }

  /// Without its manifest nobody knows what an index was made of: nothing else takes its place.
  @Test(arguments: [false, true]) func aLostManifestIsTold(onlyEntities: Bool) throws {
    let folder = try ReportFolder()
    try folder.program.run("index", "Corpus")
    let index = folder.path + "/Index/current"
    for name in try FileManager.default.contentsOfDirectory(atPath: index)
    where onlyEntities ? name != "entities" : name == "manifest" {
      try FileManager.default.removeItem(atPath: "\(index)/\(name)")
    }
    let before = try folder.files()
    let run = try folder.program.run("index")
    #expect(run.status == 3 && run.output.isEmpty, "\(run)")
    #expect(run.errors.contains("the folder 'Index/current' holds files of an index but no man"))
    #expect(run.errors.contains("name it: haskap index PATH… --index 'Index/current'"))
    #expect(try folder.files() == before)
    let named = try folder.program.run("index", "Corpus")
    #expect(named.status == 0 && named.errors.contains("Aliases and a thesaurus that were given"))
    let again = try folder.program.run("index")
    #expect(again.status == 0 && !again.errors.contains("manifest"))
  }

  @Test func whatIsNoText() throws {
    let folder = try ReportFolder()
    try folder.write([0x93, 0xFA, 0x96, 0x7B], to: "sjis.txt")
    let run = try folder.program.run("index", "--aliases", "sjis.txt")
    #expect(run.status == 2 && run.errors.contains("sjis.txt: is not in UTF-8"))
    #expect(try folder.program.run("index", "--aliases", "missing.txt").status == 2)
  }
}
