import HaskapText
import Testing

/// Help in both languages: it fits a terminal of 80 columns, and what it shows as examples works.
@Suite struct HelpTests {
  private static let commands = [
    "", "index", "add", "remove", "search", "organization", "project", "department", "years",
    "organizations", "projects", "departments", "who-with", "show", "similar", "suggest", "records",
    "check", "optimize", "merge", "export", "analyze", "bench build", "bench query", "bench part",
    "bench corpus", "bench score",
  ]

  private func help(_ command: String, _ language: String) throws -> Program.Run {
    let words = command.split(separator: " ").map(String.init)
    return try Questions.Reports.corpus.program.run(
      words + ["--help", "--lang", language])
  }

  @Test(arguments: commands, ["ja", "en"])
  func fitsTheTerminal(_ command: String, _ language: String) throws {
    let run = try help(command, language)
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.lines.first?.hasPrefix(language == "en" ? "OVERVIEW: " : "概要: ") == true)
    #expect(run.tooWide.isEmpty, "\(run.tooWide)")
    #expect(run.output.contains("--lang <lang>"))
  }

  /// What is left in English are commands, names of options and their values.
  @Test(arguments: commands) func isJapanese(_ command: String) throws {
    let lines = try help(command, "ja").lines.filter { line in
      let text = line.drop { $0 == " " }
      let words = text.split(separator: " ").count { $0.allSatisfy { $0.isASCII && $0.isLetter } }
      let isJapanese = text.contains { "ぁ"..."ん" ~= $0 }
      return words > 3 && !isJapanese && !text.contains("haskap ")
    }
    #expect(lines.isEmpty, "\(lines)")
  }
}
