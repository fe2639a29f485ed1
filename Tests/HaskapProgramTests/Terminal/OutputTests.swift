import HaskapText
import Testing

/// What is printed fits a terminal and a pipe.
@Suite struct OutputTests {
  private var program: Program { get throws { try Questions.Reports.corpus.program } }

  private static let questions: [[String]] = [
    ["search", "苫小牧", "--limit", "500"], ["search", "町内会", "--explain"],
    ["search", "まちかどミーテング", "--explain"],
    ["search", "", "--type", "activity", "--limit", "1000"],
    ["search", "会", "--type", "organization", "--limit", "500"],
    ["search", "中学校", "--sort", "name", "--limit", "100"],
    ["organization", "社会福祉協議会", "--with-children"], ["organization", "実行委員会"],
    ["project", "市民技能体験教室"], ["project", "樽前アートフォトコンテスト"], ["project", "かぎ預かり"],
    ["project", "講演会"], ["department", "生涯学習課"], ["years", "--changes"],
    ["search", "町内会", "清掃", "防災"], ["index", "--index", "Index/wide"],
    ["analyze", "市民文化祭の清掃"],
  ]

  @Test(arguments: questions) func fitsEightyColumns(_ arguments: [String]) throws {
    let run = try program.run(arguments)
    #expect(run.lines.count > 3)
    #expect(run.tooWide.isEmpty)
  }

  @Test(arguments: ["index", "search", "organization", "project", "department", "years", "records"])
  func helpShowsExamples(_ command: String) throws {
    let program = try program
    let run = try program.run("help", command)
    #expect(run.lines.first?.hasPrefix("OVERVIEW: ") == true)
    #expect(run.output.contains("\nEXAMPLES:\n  haskap \(command)"))
    #expect(run.output.contains("\nUSAGE: haskap \(command) "))
    #expect(run.tooWide.isEmpty)
    #expect(try program.run(command, "--help").output == run.output)
  }

  @Test func helpListsTheCommands() throws {
    let help = try program.run("--help")
    for command in [
      "index", "search", "organization", "project", "department", "years", "records",
    ] {
      #expect(help.output.contains("\n  \(command) "))
    }
    #expect(help.tooWide.isEmpty)
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func completions(_ shell: String) throws {
    let run = try program.run("--generate-completion-script", shell)
    #expect(run.status == 0)
    for word in ["organization", "relevance", "project", "since", "csv", "changes"] {
      #expect(run.output.contains(word))
    }
  }

  @Test(arguments: [
    "search 町内会", "records --json", "records --csv", "organization 社会福祉協議会", "years --csv",
  ])
  func survivesHead(_ command: String) throws {
    let program = try program
    let run = try program.shell(
      "for i in 1 2 3; do \"$HASKAP\" \(command) | head -n 1; "
        + "echo \"${PIPESTATUS[0]}\"; done")
    #expect(run.errors.isEmpty)
    #expect(run.lines.filter { $0 == "0" }.count == 3)
  }

  /// A full disk is told, not swallowed.
  @Test func fullDiskIsAnError() throws {
    let run = try program.shell("\"$HASKAP\" search 町内会 > /dev/full")
    #expect(run.status == 4)
    #expect(run.errors.contains("the output cannot be written (No space left on device)"))
    let chart = try program.shell(
      "(ulimit -f 0; \"$HASKAP\" years --chart full.svg --lang en 2>&1) | cat; "
        + "status=${PIPESTATUS[0]}; rm full.svg; exit $status")
    #expect(chart.status == 4)
    #expect(chart.output.contains("full.svg: cannot be written (File too large); make room"))
  }

  /// The tests' output is no terminal; `script` makes one.
  @Test func colourOnlyOnATerminalAndNeverWithNoColor() throws {
    let program = try program
    let escape = "\u{1B}["
    #expect(try !program.run("search", "清掃").output.contains(escape))
    #expect(try program.run("search", "清掃").output.contains("[清掃]"))
    let onTerminal = "TERM=xterm script -qec \"'$HASKAP' search 清掃\" /dev/null"
    guard try program.shell("command -v script").status == 0 else { return }
    #expect(try program.shell("unset NO_COLOR; \(onTerminal)").output.contains(escape))
    #expect(try !program.shell("export NO_COLOR=1; \(onTerminal)").output.contains(escape))
  }
}
