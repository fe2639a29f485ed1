import Testing

/// What is called nearly as somebody asked is not passed off as what they asked for.
@Suite struct NearSpellingTests {
  typealias Reports = Questions.Reports

  @Test(
    arguments: [
      (["organization", "北海大学"], "北洋大学"), (["who-with", "苫小牧商業会議所"], "苫小牧商工会議所"),
      (["project", "苫小牧市民音楽祭"], "苫小牧市民文化祭"),
    ])
  func isSaid(_ command: [String], _ near: String) throws {
    let program = try Reports.corpus.program
    let note = "「\(command[1])」という\(command[0] == "project" ? "事業" : "団体")はありません。"
    let answer = try program.run(command)
    #expect(answer.output.hasPrefix(note) && answer.output.contains(near))
    let table = try program.run(command + ["--csv"])
    #expect(table.errors.contains(note) && !table.output.contains(note))
    #expect(try program.run(command + ["--json"]).object()["isNearSpelling"] as? Bool == true)
  }

  @Test(arguments: [["organization", "苫小牧高専"], ["project", "まちかどミーティング"]])
  func isNotSaidOfNames(_ command: [String]) throws {
    let program = try Reports.corpus.program
    #expect(try program.run(command).output.contains("ありません") == false)
    #expect(try program.run(command + ["--json"]).object()["isNearSpelling"] as? Bool == false)
  }

  @Test func isSaidOfFilters() throws {
    let answer = try Reports.corpus.program.run("search", "", "--organization", "北海大学")
    #expect(answer.lines.first == "'北海大学' という団体はありません。名称の近いものとみなしました: 北洋大学")
  }
}
