import Testing

/// Dates and numbers of the tables are found as people type them.
@Suite struct FiguresTests {
  typealias Reports = Questions.Reports

  private static let questions: [(String, String)] = [
    ("15,233人", "2020:74"), ("15233人", "2020:74"), ("13,889人", "2020:73"), ("261人", "2020:8"),
    ("305人", "2023:8"), ("令和6年2月17日", "2023:15"), ("2月17日 消費生活", "2023:15"),
    ("80団体", "2020:74"), ("80町内会", "2020:8"), ("港まつり 中止", "2020:43"),
  ]

  @Test(arguments: Questions.corpora, questions)
  func found(_ reports: Reports, _ question: (String, String)) throws {
    let answer = try reports.ask(["search", question.0, "--type", "project"])
    #expect(answer.placesOfAllWords.contains(question.1), "\(answer.placesOfAllWords)")
  }

  /// Of 44 neighborhood associations and others the name alone does not tell.
  @Test(arguments: Questions.corpora) func groupsAreCounted(_ reports: Reports) throws {
    let text = try reports.program.run("search", "災害時要援護者支援プラン", "--type", "project")
    #expect(text.output.contains("町内会（44）、自主防災組織ほか"))
    let others = try reports.program.run("search", "環境美化活動事業", "--type", "project")
    #expect(others.output.contains("団体: 町内会・自治会（80）"))
  }
}
