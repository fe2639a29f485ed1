import Foundation
import HaskapTestSupport
import Testing

/// The program's own table of records, read again by the program.
@Suite struct RoundTripTests {
  @Test(arguments: ["ja_JP.UTF-8", "C"])
  func recordsAsCSV(_ locale: String) throws {
    let folder = try ReportFolder()
    let environment = ["LC_ALL": locale]
    let table = try folder.program.run(["records", "Corpus", "--csv"], environment: environment)
    let heading = locale == "C" ? "organizations" : "団体"
    #expect(table.lines.first?.split(separator: ",").contains(Substring(heading)) == true)
    try folder.write(table.output, to: "r.csv")
    let again = try folder.program.run("records", "r.csv", "--json")
    #expect(again.errors.isEmpty && again.status == 0)
    #expect(try again.output == folder.program.run("records", "Corpus", "--json").output)
    #expect(try folder.program.run("index", "r.csv", "--index", "Index/again").status == 0)
    let found = try folder.program.run(
      ["search", "まちかどミーティング", "--csv", "--index", "Index/again"],
      environment: environment)
    #expect(found.output.contains("まちかどミーティング"))
  }

  /// The next page begins where this one ends.
  @Test func theNextPageIsOffered() throws {
    let program = try Questions.Reports.corpus.program
    let page = try program.run("search", "講演会", "--limit", "2")
    #expect(page.lines.contains("続きは: haskap search 講演会 --limit 2 --offset 2"))
    let next = try program.run("search", "講演会", "--limit", "2", "--offset", "2")
    #expect(next.output.hasPrefix("3. "))
  }

  /// Only on a terminal, which `script` makes.
  @Test func pagesOnATerminalOnly() throws {
    let program = try Questions.Reports.corpus.program
    guard try program.shell("command -v script").status == 0 else { return }
    let pager = "HASKAP_PAGER='sed s/^/paged:/' TERM=xterm"
    let shown = "script -qec \"stty rows 24; '$HASKAP' search 清掃 $OPTION\" /dev/null < /dev/null"
    #expect(try program.shell("OPTION= ; \(pager) \(shown)").output.contains("paged:"))
    #expect(
      try !program.shell("OPTION=--no-pager; \(pager) \(shown)").output.contains("paged:"))
    #expect(try !program.shell("\(pager) \"$HASKAP\" search 清掃").output.contains("paged:"))
  }

  /// A year without a number of people has no bar of nobody.
  @Test func chartsTellWhatIsNotKnown() throws {
    let folder = try ReportFolder.indexed()
    func chart(_ project: String) throws -> String {
      try folder.program.shell(
        "\"$HASKAP\" project \(project) --chart c.svg --lang en > /dev/null; cat c.svg"
      ).output
    }
    #expect(try chart("苫小牧フォトコンテスト").contains(">not told</text>"))
    #expect(try chart("リーダー養成事業").contains(">about 118</text>"))
  }

  @Test func charts() throws {
    let folder = try ReportFolder.indexed()
    for command in [["project", "まちかどミーティング"], ["organization", "苫東"], ["years"]] {
      #expect(try folder.program.run(command + ["--chart", "c.svg"]).status == 0)
      let svg = try String(contentsOfFile: "\(folder.path)/c.svg", encoding: .utf8)
      #expect(svg.hasPrefix("<svg") && svg.contains("<rect x=") && svg.contains("令和"))
    }
    #expect(try folder.program.run("years", "--chart", "c.gif").status == 2)
    // By a program that need not be there.
    let missing = try folder.program.shell("PATH=/none \"$HASKAP\" years --chart c.png")
    #expect(missing.status == 4 && missing.errors.contains("apt-get install librsvg2-bin"))
    guard try folder.program.shell("command -v rsvg-convert").status == 0 else { return }
    #expect(try folder.program.run("years", "--chart", "c.PNG").status == 0)
    let image = try Data(contentsOf: URL(filePath: "\(folder.path)/c.PNG"))
    #expect(image.starts(with: [0x89, 0x50, 0x4E, 0x47]) && image.count > 2000)
  }

  @Test func namesAreCompleted() throws {
    let folder = try ReportFolder.indexed()
    func completed(_ line: String, _ option: String) throws -> String {
      let words = line.split(separator: " ").map(String.init)
      return try folder.program.run(
        ["---completion", words[0], "--", option, String(words.count), "0", "haskap"] + words
      ).output
    }
    #expect(try completed("search --form", "--form").contains("共催"))
    #expect(try completed("search --department", "--department").contains("生涯学習課"))
  }
}
