import Foundation
import Testing

/// What help and README show as examples finds something in the corpus that ships.
@Suite struct ExamplesTests {
  private static let questions = [
    "search", "organization", "project", "department", "years", "organizations", "projects",
    "departments", "who-with", "show", "similar", "suggest", "records", "check", "analyze",
  ]

  @Test(arguments: questions) func ofHelp(_ command: String) throws {
    let help = try Questions.Reports.corpus.program.run(command, "--help")
    try work(Self.examples(of: command, in: help.output))
  }

  @Test(arguments: ["README.md", "README.ja.md"]) func ofReadme(_ name: String) throws {
    let text = try String(contentsOf: ReportFolder.package.appending(path: name), encoding: .utf8)
    try work(Self.questions.flatMap { Self.examples(of: $0, in: text) })
  }

  /// What README shows of the corpus is what the program says, but for what one run measures.
  @Test func answersOfReadme() throws {
    let text = try String(
      contentsOf: ReportFolder.package.appending(path: "README.md"), encoding: .utf8)
    let start = try #require(text.firstRange(of: "$ haskap index\n")?.lowerBound)
    let end = try #require(text[start...].firstRange(of: "\n```")?.lowerBound)
    let folder = try ReportFolder()
    for shown in text[start..<end].split(separator: "$ haskap ") {
      let lines = shown.split(separator: "\n").map(Self.withoutMeasures)
      let run = try folder.program.shell("\"$HASKAP\" \(lines[0]) 2>&1")
      let told = run.output.split(separator: "\n").map(Self.withoutMeasures)
      #expect(Set(told) == Set(lines.dropFirst()), "\(lines[0])")
    }
  }

  private static func withoutMeasures(_ line: Substring) -> String {
    String(line.replacing(#/[0-9,]+ bytes, [0-9.]+ seconds/#, with: "… bytes, … seconds"))
  }

  /// Those that ask the index of the reports; others write, or need files of the reader: see
  /// `SnippetTests`.
  private static func examples(of command: String, in text: String) -> [String] {
    let others = ["Index/", "report", "FOLDER", "[", "…", "shards", "--opensearch"]
    var examples: [String] = []
    for line in text.split(separator: "\n") where line.hasPrefix("  ") {
      let whole = String(line.drop { $0 == " " })
      guard whole == "haskap \(command)" || whole.hasPrefix("haskap \(command) "),
        !others.contains(where: { whole.contains($0) })
      else { continue }
      // What stands behind two spaces explains.
      let end = whole.firstRange(of: "  ")?.lowerBound ?? whole.endIndex
      examples.append(String(whole[..<end]))
    }
    return examples
  }

  private func work(_ examples: [String]) throws {
    #expect(!examples.isEmpty)
    let program = try Questions.Reports.corpus.program
    // What is written goes into a folder of its own.
    let place = "d=$(mktemp -d); trap 'rm -r $d' EXIT; ln -s \"$PWD\"/* $d; cd $d"
    for example in examples {
      let run = try program.shell("\(place); haskap() { \"$HASKAP\" \"$@\"; }; \(example)")
      // A question is answered by what has some of its words.
      let isFound = run.status == 0 || run.status == 1 && run.output.contains("1. ")
      #expect(isFound, "\(example): \(run.errors)")
    }
  }
}
