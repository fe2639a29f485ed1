import Testing

/// Years and days, fiscal and calendar, against the dates that the reports print.
@Suite struct PeriodTests {
  typealias Reports = Questions.Reports

  /// The consumers' lectures were held on 6 February 2021 and 17 February 2024, and stand in the
  /// reports of 令和2年度 and 令和5年度.
  private static let lectures: [([String], Set<String>)] = [
    (["--since", "令和5"], ["2023:15"]), (["--since", "R5"], ["2023:15"]),
    (["--since", "2023"], ["2023:15"]), (["--since", "令和五年度"], ["2023:15"]),
    (["--since", "2024-02"], ["2023:15"]), (["--since", "令和6年2月"], ["2023:15"]),
    (["--since", "2024/2/17"], ["2023:15"]), (["--since", "R6.2.17"], ["2023:15"]),
    (["--since", "令和6年"], ["2023:15"]), (["--since", "令和6"], []),
    (["--since", "令和6年2月18日"], []), (["--until", "2024-02-16"], ["2020:9"]),
    (["--until", "令和6年2月"], ["2020:9", "2023:15"]), (["--until", "R4"], ["2020:9"]),
    (["--since", "2021-02-06", "--until", "2021-02-06"], ["2020:9"]),
    (["--since", "令和3年", "--until", "令和3年"], ["2020:9"]), (["--year", "令和3年"], ["2020:9"]),
    (["--year", "令和3"], []), (["--year", "令和2", "--since", "2021-03"], []),
  ]

  @Test(arguments: Questions.corpora, lectures)
  func search(_ reports: Reports, _ question: ([String], Set<String>)) throws {
    let answer = try reports.ask(
      ["search", "消費生活講演会", "--type", "project"] + question.0)
    #expect(Set(answer.placesOfAllWords) == question.1)
  }

  /// The pledges tell of July 2022 to March 2024.
  @Test func aPeriodOfItsOwnCounts() throws {
    let (before, within) = (("2022-06-18", "2022-06-28"), ("2022-06-18", "2022-07-01"))
    for (days, count) in [(before, 0), (within, 50)] {
      let answer = try Reports.corpus.ask([
        "search", "", "--type", "project", "--form", "市長公約", "--since", days.0, "--until", days.1,
        "--limit", "100",
      ])
      #expect(answer.total == count)
    }
  }

  /// 令和6年2月 lies in 令和5年度.
  @Test(arguments: Questions.corpora) func fiscalAndCalendarYearsAreKeptApart(
    _ reports: Reports
  ) throws {
    func lines(_ option: String, _ value: String) throws -> Set<String> {
      let answer = try reports.ask([
        "search", "", "--type", "project", "--form", "共催", option, value, "--limit", "500",
      ])
      return Set(answer.places.filter { $0.hasPrefix("2023") })
    }
    let calendar = try lines("--year", "令和6年")
    #expect(!calendar.isEmpty)
    let (later, fiscal) = (try lines("--year", "令和6年度"), try lines("--year", "令和5年度"))
    #expect(later.isEmpty && calendar.isSubset(of: fiscal))
    let (since, until) = (try lines("--since", "2024-01-01"), try lines("--until", "2023-04-30"))
    #expect(calendar == since && calendar.isDisjoint(with: until))
  }

  @Test(arguments: Questions.corpora) func organizationsAndDepartments(_ reports: Reports) throws {
    let later = try reports.ask(["organization", "苫東", "--since", "R5"])
    #expect(later.activityPlaces == ["2023:23"])
    let never = try reports.ask(["organization", "苫東", "--since", "R6"])
    #expect(never.activityPlaces.isEmpty && never.status == 1)
    let department = try reports.ask(["department", "危機管理室", "--year", "令和2"])
    let found = department.object["departments"] as? [[String: Any]] ?? []
    let projects = found.first?["projects"] as? [[String: Any]] ?? []
    #expect(projects.count == 5 && projects.allSatisfy { $0["fiscalYear"] as? Int == 2020 })
  }

  @Test(arguments: Questions.corpora) func organisationsOfAPeriod(_ reports: Reports) throws {
    let question = ["search", "苫東", "--type", "organization"]
    let found = try reports.ask(question + ["--since", "2023-05-26"])
    #expect(found.names.contains("株式会社苫東"))
    let none = try reports.ask(question + ["--since", "2024-04-01"])
    #expect(none.total == 0)
  }

  @Test func records() throws {
    let program = try Reports.corpus.program
    let all = try program.run("records", "--csv").lines.count
    let some = try program.run("records", "--csv", "--since", "2023-04-01", "--until", "R5")
    #expect(some.lines.count < all && some.lines.count > 20)
    #expect(!some.output.contains("tomakomai-kyodo-2020"))
  }

  private static let mistakes: [([String], String)] = [
    (["--since", "平和3"], "--since '平和3', character 1: expected a year"),
    (["--until", "令和5年2月30日"], "there is no day 2023-02-30"),
    (["--since", "R6", "--until", "2023-05"], "--until (2023-05) lies before --since (R6)"),
    (["--year", "令和5年10月"], "--year '令和5年10月'"),
  ]

  @Test(arguments: ["search", "organization", "project", "department"], mistakes)
  func mistake(_ command: String, _ mistake: ([String], String)) throws {
    let run = try Reports.corpus.program.run([command, "苫東", "--lang", "en"] + mistake.0)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains(mistake.1), "\(run.errors)")
  }

  /// Printed as 令和 6年 2月17日, in whatever spelling it is asked for.
  @Test(arguments: ["2024年2月17日", "令和6年2月17日", "R6.2.17", "2024-02-17"])
  func aDateAmongTheWordsIsOfWhatTookPlaceThen(_ date: String) throws {
    let answer = try Reports.corpus.ask(["search", "消費生活講演会 \(date)", "--type", "project"])
    #expect(answer.placesOfAllWords == ["2023:15"])
    let program = try Reports.corpus.program
    let day = try program.run("search", date, "--json", "--type", "project").object()
    let filter = ["--since", date, "--until", date]
    let dated = try program.run(["search", "", "--json", "--type", "project"] + filter).object()
    let (found, all) = (day["exactTotal"] as? Int ?? 0, dated["exactTotal"] as? Int ?? 0)
    // What goes on all year is of no day.
    #expect(found > 0 && found <= all)
  }

  @Test func theNumbersOfADateAreNotMarkedByThemselves() throws {
    let answer = try Reports.corpus.program.run("search", "2023年10月14日", "--limit", "5")
    #expect(answer.output.contains("[令和 5年10月14日]"))
    #expect(!answer.output.contains("[10]") && !answer.output.contains("[14]"))
  }

  @Test func yearsThatCannotBeComparedAreTold() throws {
    let program = try Reports.corpus.program
    let absent = try program.run("years", "--from", "令和2", "--to", "令和22", "--lang", "en")
    #expect(absent.status == 2 && absent.output.isEmpty)
    #expect(absent.errors.contains("--to 2040: no report is of that fiscal year"))
    #expect(absent.errors.contains("there are: 2020, "))
    let unlike = try program.run("years", "--from", "2020", "--to", "2025", "--lang", "en")
    #expect(unlike.status == 0 && unlike.output.contains("No form has reports of both years"))
  }
}
