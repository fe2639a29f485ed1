import Testing

/// What somebody who has read the reports would answer.
@Suite struct SearchAnswersTests {
  typealias Reports = Questions.Reports

  private static let keywords: [(query: String, projects: Set<String>)] = [
    // The only two rows with 清掃; both name neighborhood associations.
    ("町内会 清掃", ["2020:73", "2020:74"]),
    ("吹奏楽", ["2020:285", "2020:289", "2020:291", "2020:308"]),
    // Held by the city, by the council's coordinators, and counted in the council's results.
    ("スマホ講座", ["pledges:114", "pledges:164", "council:8"]),
    (
      "ゼロカーボン",
      [
        "pledges:107", "pledges:135", "pledges:185", "pledges:188", "pledges:198", "pledges:199",
      ]
    ),
    // Pieces that no dictionary has as words.
    ("どミーティ", ["2020:8", "2023:8"]),
    ("ンホースパ", ["2023:9"]),
    ("\"ロカーボ\" 公用車", ["pledges:198"]),
    ("消費生活講演会", ["2020:9", "2023:15"]),
    ("清掃 -花壇", ["2020:73"]),
    ("びとこま OR 社協だより", ["2023:42", "council:6"]),
    ("name:消費生活講演会 year:R5", ["2023:15"]),
  ]

  @Test(arguments: Questions.corpora, keywords)
  func keyword(_ reports: Reports, _ question: (query: String, projects: Set<String>)) throws {
    let answer = try reports.ask([
      "search", question.query, "--type", "project", "--limit", "500",
    ])
    #expect(Set(answer.placesOfAllWords) == question.projects)
    #expect(answer.total == question.projects.count)
    #expect(answer.status == 0)
  }

  private static let knownItems: [(query: String, project: String)] = [
    ("港まつり", "2020:43"), ("備えるフェスタ", "2023:14"), ("びとこま", "2023:42"),
    ("社協だより", "council:6"), ("OBOG懇談会", "2020:81"), ("ＯＢＯＧ懇談会", "2020:81"),
    ("スケートまつり", "2020:44"),
  ]

  @Test(arguments: Questions.corpora, knownItems)
  func knownItem(_ reports: Reports, _ item: (query: String, project: String)) throws {
    let answer = try reports.ask(["search", item.query])
    #expect(answer.places.first == item.project)
    #expect(answer.types.first == "project")
  }

  /// Bands, their supporters, and what they held.
  @Test(arguments: Questions.corpora) func organizationsAmongTheAnswers(_ reports: Reports) throws {
    let answer = try reports.ask(["search", "吹奏楽", "--type", "団体"])
    #expect(
      Set(answer.namesOfAllWords) == [
        "苫小牧吹奏楽連盟", "苫小牧市立青翔中学校吹奏楽部後援会", "明倫中学校吹奏楽部後援会",
        "豊川小学校吹奏楽同好会",
      ])
    #expect(answer.types.allSatisfy { $0 == "organization" })
  }

  @Test(arguments: Questions.corpora) func partialAnswerNamesTheFailedWord(
    _ reports: Reports
  ) throws {
    let answer = try reports.ask(["search", "まちかどミーテング"])
    #expect(answer.object["partial"] as? Bool == true)
    #expect(answer.object["failedWords"] as? [String] == ["まちかどミーテング"])
    #expect(Set(answer.places.prefix(2)) == ["2020:8", "2023:8"])
    #expect(answer.status == 1)
    let text = try reports.program.run("search", "まちかどミーテング")
    #expect(text.lines.first == "「まちかどミーテング」を含むものはありません。")
  }

  /// What lacks a word comes after all that match, and says what it lacks.
  @Test(arguments: Questions.corpora) func someWordsAfterAllWords(_ reports: Reports) throws {
    let answer = try reports.ask(["search", "町内会 清掃", "--type", "project", "--limit", "5"])
    #expect(answer.total == 2 && answer.hits.count == 5 && answer.status == 0)
    #expect(answer.object["partial"] as? Bool == false)
    #expect(answer.object["partialTotal"] as? Int ?? 0 >= 3)
    let missing = answer.hits.map { $0["missing"] as? [String] ?? [] }
    #expect(missing.prefix(2).allSatisfy { $0.isEmpty })
    #expect(missing.dropFirst(2).allSatisfy { [["町内会"], ["清掃"]].contains($0) })
    #expect(answer.hits.map { $0["rank"] as? Int } == [1, 2, 3, 4, 5])
    let next = try reports.ask([
      "search", "町内会 清掃", "--type", "project", "--limit", "3", "--offset", "2",
    ])
    #expect(next.places == Array(answer.places.dropFirst(2)))
    let text = try reports.program.run("search", "町内会", "清掃", "--type", "project")
    #expect(text.output.contains("以上2件がすべての語を含むもの。"))
  }

  /// Particles and the words of a question are not looked for.
  @Test(arguments: Questions.corpora) func aQuestion(_ reports: Reports) throws {
    let answer = try reports.ask([
      "search", "令和5年度のまちかどミーティングには何人参加しましたか", "--type", "project",
    ])
    #expect(answer.places.first == "2023:8")
    #expect(
      answer.hits.allSatisfy { $0["fiscalYear"] as? Int == 2023 || $0["form"] as? String == "市長公約" }
    )
    #expect(answer.object["partial"] as? Bool == true && answer.status == 1)
  }

  /// A year among the words means the reports of that year.
  @Test(arguments: Questions.corpora) func aYearAmongTheWords(_ reports: Reports) throws {
    let answer = try reports.ask(["search", "令和5年度 消費生活講演会", "--type", "project"])
    #expect(answer.placesOfAllWords == ["2023:15"])
  }

  /// One word of two fails; the other one's answers are shown, what is excluded is not.
  @Test(arguments: Questions.corpora) func partialAnswerKeepsItsConditions(
    _ reports: Reports
  ) throws {
    let answer = try reports.ask(["search", "清掃 ぬるぽ -花壇 type:project"])
    #expect(answer.object["failedWords"] as? [String] == ["ぬるぽ"])
    let partial = answer.hits.filter { $0["match"] as? String == "partial" }
    #expect(partial.map { $0["name"] as? String } == ["「053（ゼロごみ）の日」 (春・秋)"])
    #expect(answer.places.first == "2020:73")
    #expect(answer.types.allSatisfy { $0 == "project" })
    let excluded = try reports.ask(["search", "花壇", "--type", "project"]).placesOfAllWords
    #expect(!excluded.isEmpty && Set(answer.places).isDisjoint(with: excluded))
  }

  /// No sentence that is untrue under filters: the word is there, in other years and forms.
  @Test(
    arguments: Questions.corpora,
    [
      (["町内会", "--year", "2021"], "「町内会」を含むもの", "「年度: 令和3年度（2021年度）」に合うものはありません。"),
      (["清掃", "--form", "後援"], "「清掃」を含むもの", "「形態: 後援」に合うものはありません。"),
      (["清掃", "--type", "organization"], "「清掃」を含むもの", "「種別: 団体」に合うものはありません。"),
      (["\"清掃 公園\"~1"], "「\"清掃 公園\"~1」を含むものは", "ありません。"),
    ])
  func saysWhichFilterFails(
    _ reports: Reports, _ question: ([String], word: String, filter: String)
  ) throws {
    let run = try reports.program.run(["search"] + question.0)
    // The sentence may be wrapped.
    let told = run.lines.joined()
    #expect(told.hasPrefix(question.word) && told.contains(question.filter), "\(told)")
    #expect(!run.output.contains("もしかして"))
    #expect(run.status == 1)
  }

  /// What is spelled nearly alike is suggested where it would be found.
  @Test(arguments: Questions.corpora) func suggestsWhatTheFiltersLeave(_ reports: Reports) throws {
    for (year, expected) in [("2023", ["まちかどミーティング"]), ("2025", [])] {
      let answer = try reports.ask(["search", "まちかどミーテング", "--year", year])
      #expect(answer.object["suggestions"] as? [String] ?? [] == expected, "\(year)")
    }
  }

  /// The first year of an era is a year as all others are.
  @Test(arguments: Questions.corpora) func firstYears(_ reports: Reports) throws {
    for (query, year) in [("R元", "令和元年度"), ("令元", "令和元年度"), ("H元", "平成元年度"), ("H1", "平成元年度")] {
      let notes = try reports.ask(["search", query]).object["notes"] as? [String] ?? []
      #expect(notes.first?.contains(year) == true, "\(query)")
    }
    // 平成元年頃 is another spelling of it.
    #expect(try reports.ask(["search", "H1"]).object["exactTotal"] as? Int == 0)
    let none = try reports.ask(["search", "平成元年度"])
    #expect(none.object["failedWords"] as? [String] == ["平成元年度"])
  }

  /// What is said to be found without a filter is what is found without it.
  @Test(arguments: Questions.corpora) func tellsWhatThereIsWithoutAFilter(
    _ reports: Reports
  ) throws {
    let bounds = [["--year", "2021"], ["--type", "project"], ["--form", "共催"]]
    let answer = try reports.ask(["search", "町内会"] + bounds.flatMap(\.self))
    let relaxations = try #require(answer.object["relaxations"] as? [[String: Any]])
    let counts = relaxations.compactMap { $0["count"] as? Int }
    let without = try bounds.indices.map { place in
      let others = bounds.indices.filter { $0 != place }.flatMap { bounds[$0] }
      return try reports.ask(["search", "町内会"] + others).total ?? 0
    }
    #expect(counts == without.filter { $0 > 0 } && !counts.isEmpty)
  }
}
