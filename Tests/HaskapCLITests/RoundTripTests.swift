import HaskapTestSupport
import Testing

@testable import HaskapCLI

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

  @Test func language() {
    typealias Invocation = Language.Invocation
    let taken = Invocation(["search", "--lang", "ja", "a", "--", "--lang", "en"])
    #expect(
      taken.language == .japanese && taken.arguments == ["search", "a", "--", "--lang", "en"])
    #expect(Invocation(["years", "--lang=xx"]).wrong == "xx")
    func of(_ variables: [String: String]) -> Language { .ofLocale { variables[$0] } }
    #expect(of(["LANG": "ja_JP.UTF-8"]) == .japanese)
    #expect(of(["LANG": "ja_JP.UTF-8", "LC_ALL": "C"]) == .english)
    #expect(of(["LANG": "en_US", "LC_MESSAGES": "ja", "LC_ALL": ""]) == .japanese)
    #expect(of([:]) == .english)
  }
}
