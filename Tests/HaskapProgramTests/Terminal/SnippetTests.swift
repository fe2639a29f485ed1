import Foundation
import Testing

/// The programs of README and articles compile, and README's commands that write run, each after
/// those before it.
@Suite struct SnippetTests {
  /// Has what they name.
  private static func folder() throws -> ReportFolder {
    let folder = try ReportFolder()
    let formats = ReportFolder.package.appending(path: "Tests/HaskapCivicTests/Formats/Files")
    for (name, file) in [
      ("report-2026.pdf", "made.pdf"), ("令和8年度.pdf", "made.pdf"), ("plan.xlsx", "made.xlsx"),
    ] {
      try FileManager.default.copyItem(
        at: formats.appending(path: file), to: URL(filePath: "\(folder.path)/\(name)"))
    }
    for name in ["FOLDER", "報告書のフォルダー"] {
      try folder.write("令和5年度\n番号\t事業名\t担当課\n1\t町内会清掃\t環境課\n", to: "\(name)/old.txt")
      try folder.write("町内会で雪まつりを開いた。清掃もした。\n", to: "\(name)/memo.txt")
    }
    try folder.write("北洋大学 < 苫小牧駒澤大学\n", to: "names.txt")
    try folder.write("海\n検索 祭り\n", to: "queries.txt")
    for (number, name) in ["docs", "docs-2019", "docs-2024", "docs-2025", "docs-2026"].enumerated()
    {
      let id = number == 0 ? 12_345 : number
      let line = """
        {"id":"\(id)","title":"町内会の検索","body":"海辺の町内会で意見を交わす。","views":\(100_000 + id)}
        """
      try folder.write(line + "\n", to: "\(name).jsonl")
    }
    try folder.write("title,body\n海の本,海と山\n", to: "books.csv")
    let packing = try folder.program.shell(
      "gzip books.csv && cp docs-2025.jsonl docs-2025.jsonl.zst")
    #expect(packing.status == 0, "\(packing.errors)")
    for (index, file) in [("docs", "docs"), ("2024", "docs-2024"), ("2025", "docs-2025")] {
      try folder.program.run("index", "\(file).jsonl", "--index", "Index/\(index)")
    }
    return folder
  }

  /// Without those that measure, that need the package `Server`, or that ask the corpus, which
  /// `ExamplesTests` does.
  private static func commands(of text: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("    haskap ") }.map { line in
      let line = line.dropFirst(4)
      return String(line[..<(line.firstRange(of: "  ")?.lowerBound ?? line.endIndex)])
    }.filter { line in
      let word = line.split(separator: " ")[1]
      return !["serve", "site", "bench"].contains(word)
        && (["index", "add", "remove", "merge", "export"].contains(word) || line.contains("Index/"))
    }
  }

  @Test(arguments: ["README.md", "README.ja.md"]) func commandsThatWrite(of name: String) throws {
    let text = try String(contentsOf: ReportFolder.package.appending(path: name), encoding: .utf8)
    let commands = Self.commands(of: text)
    #expect(commands.count > 3)
    let folder = try Self.folder()
    for command in commands {
      if command.contains("docs-2019") {
        try folder.program.run("add", "docs-2019.jsonl", "--index", "Index/docs")
      }
      let line = command.replacing("…", with: "")
      let run = try folder.program.shell("haskap() { \"$HASKAP\" \"$@\"; }; \(line)")
      #expect(run.status == 0, "\(command): \(run.errors)")
    }
  }

  private static let articles = "Sources/HaskapDocuments/HaskapDocuments.docc/"

  @Test(arguments: [
    "README.md", articles + "GettingStarted.md", articles + "Spellings.md", articles + "Reports.md",
  ])
  func swift(of file: String) throws {
    let text = try String(
      contentsOf: ReportFolder.package.appending(path: file), encoding: .utf8)
    let snippets = text.matches(of: #/```swift\n([\s\S]*?)```/#).map { String($0.1) }
    #expect(!snippets.isEmpty)
    let folder = try Self.folder()
    for (number, snippet) in snippets.enumerated() {
      try folder.write(snippet, to: "snippet\(number)/main.swift")
      let run = try folder.program.shell(Self.check("snippet\(number)"))
      #expect(run.status == 0, "\(file): \(run.errors)")
    }
  }

  private static func check(_ folder: String) -> String {
    let sources = ReportFolder.package.appending(path: "Sources").path
    let folders = ["CICU", "CMemory", "CProcessor", "CTexts/include", "CZlib", "CZstd", "CExpat"]
    let shims = folders.map { "-I '\(sources)/\($0)'" }
    return "swiftc -typecheck -I \"$(dirname \"$HASKAP\")/Modules\" "
      + "\(shims.joined(separator: " ")) \(folder)/main.swift"
  }

  /// The list above leaves none out.
  @Test func articlesWithSwift() throws {
    let folder = ReportFolder.package.appending(path: Self.articles)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      try String(contentsOf: folder.appending(path: $0), encoding: .utf8).contains("```swift")
    }
    #expect(names.sorted() == ["GettingStarted.md", "Reports.md", "Spellings.md"])
  }
}
