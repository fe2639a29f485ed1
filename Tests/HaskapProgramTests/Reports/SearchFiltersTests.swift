import Testing

/// Filters, orders and pages of a search, against the reports as read.
@Suite struct SearchFiltersTests {
  typealias Reports = Questions.Reports

  private static let years: [([String], Set<String>)] = [
    (["2020", "令和2", "R2", "令和2年度", "2020-2020"], ["2020:9"]),
    (["2023", "令和5", "R5", "令和五年度", "R5..R5"], ["2023:15"]),
    (["2020-2023", "令和2..令和5", "R2～R5", "2020.."], ["2020:9", "2023:15"]),
  ]

  @Test(arguments: Questions.corpora, years)
  func yearInEveryNotation(_ reports: Reports, _ case: ([String], Set<String>)) throws {
    for notation in `case`.0 {
      let answer = try reports.ask([
        "search", "消費生活講演会", "--type", "project", "--year", notation,
      ])
      #expect(Set(answer.placesOfAllWords) == `case`.1, "\(notation)")
    }
  }

  /// What is no year is text, and the ends of ranges may be left out.
  @Test(arguments: Questions.corpora) func yearsInQueries(_ reports: Reports) throws {
    for (query, example) in [
      ("year:abc", "令和2..令和5"), ("year:-5", "令和2..令和5"), ("year:(abc OR def)", "令和2..令和5"),
      ("year:2023..2020", "2020..2023"), ("year:R5-R2", "2020..2023"),
      ("year:[令和5 TO 令和2]", "2020..2023"),
    ] {
      let run = try reports.program.run("search", query, "--json", "--lang", "en")
      #expect(run.status < 2, "\(run.errors)")
      let notes = try run.object()["notes"] as? [String] ?? []
      #expect(notes.contains { $0.contains("year:\(example)") }, "\(query): \(notes)")
    }
    for (query, same) in [
      ("year:{2020 TO 2023}", "year:2021..2022"), ("year:>令和2", "year:2021.."),
      ("year:{2020 TO 2023]", "year:2021..2023"), ("year:<2023", "year:..2022"),
    ] {
      let totals = try [query, same].map { try reports.ask(["search", $0]).total }
      #expect(totals[0] == totals[1], "\(query)")
    }
  }

  /// An organization is no answer of a year for what it did in another one.
  @Test(arguments: Questions.corpora, ["雪かき", "マラソン", "創業", "図書", "朗読", "講演会"])
  func doersOfAYear(_ reports: Reports, _ word: String) throws {
    for year in ["2020", "2023", "2025"] {
      let asked = ["search", word, "--year", year, "--json", "--limit", "500", "--type"]
      let bodies = try reports.program.run(asked + ["organization"]).object()
      let exact = bodies["exactTotal"] as? Int ?? 0
      let hits = bodies["hits"] as? [[String: Any]] ?? []
      for name in hits.prefix(exact).compactMap({ $0["name"] as? String })
      where !name.contains(word) {
        let did = try reports.program.run(asked + ["project", "--organization", name]).object()
        #expect(did["total"] as? Int ?? 0 > 0, "\(name), \(year)")
      }
    }
  }

  @Test(arguments: Questions.corpora) func form(_ reports: Reports) throws {
    let answer = try reports.ask([
      "search", "講演会", "--form", "後援", "--type", "project", "--limit", "100",
    ])
    #expect(
      Set(answer.placesOfAllWords) == ["2020:142", "2020:200", "2020:210", "2020:282", "2020:296"])
  }

  @Test(arguments: Questions.corpora) func departmentAndYear(_ reports: Reports) throws {
    let answer = try reports.ask([
      "search", "", "--department", "危機管理室", "--year", "令和2", "--type", "project",
    ])
    #expect(Set(answer.places) == ["2020:67", "2020:68", "2020:139", "2020:140", "2020:141"])
  }

  @Test(arguments: Questions.corpora) func organizationInAnySpelling(_ reports: Reports) throws {
    for name in ["㈱苫東", "株式会社苫東", "(株)苫東"] {
      let answer = try reports.ask([
        "search", "", "--organization", name, "--type", "project",
      ])
      #expect(Set(answer.places) == ["2020:172", "2023:23"], "\(name)")
    }
  }

  /// A bare word that names a fiscal year finds that year's records, however it is written.
  @Test(arguments: Questions.corpora) func yearsAsBareWords(_ reports: Reports) throws {
    for year in ["令和5年度", "Ｒ５年度", "令5", "2023年度", "2023"] {
      let answer = try reports.ask([
        "search", "まちかどミーティング \(year)", "--type", "project",
      ])
      #expect(answer.placesOfAllWords == ["2023:8"], "\(year)")
    }
    let both = try reports.ask(["search", "まちかどミーティング 令和2〜5年度", "--type", "project"])
    #expect(Set(both.placesOfAllWords) == ["2020:8", "2023:8"])
  }

  @Test(arguments: Questions.corpora) func newestFirst(_ reports: Reports) throws {
    let meetings = try reports.ask([
      "search", "まちかどミーティング", "--sort", "year", "--type", "project",
    ])
    #expect(meetings.places == ["2023:8", "2020:8"])
    let answer = try reports.ask(["search", "ボランティア", "--sort", "year", "--limit", "100"])
    let years = answer.hits.map {
      $0["fiscalYear"] as? Int ?? ($0["fiscalYears"] as? [Int])?.last ?? 0
    }
    #expect(years.count > 20)
    #expect(years == years.sorted(by: >))
  }

  /// The pages of seven, one after the other, are the whole list, with what has only some of the words.
  @Test(arguments: Questions.corpora, ["relevance", "year", "name"])
  func pagesHaveNoGapsAndNoRepeats(_ reports: Reports, _ sort: String) throws {
    let question = ["search", "講演会 OR ボランティア", "--sort", sort]
    let whole = try reports.ask(question + ["--limit", "1000"])
    let total = try #require(whole.total)
    #expect(whole.namesOfAllWords.count == total && total > 30)
    var names: [String] = []
    for offset in stride(from: 0, to: whole.hits.count, by: 7) {
      let page = try reports.ask(question + ["--limit", "7", "--offset", "\(offset)"])
      #expect(page.total == total)
      #expect(page.hits.map { $0["rank"] as? Int } == page.hits.indices.map { offset + $0 + 1 })
      names += page.names
    }
    #expect(names == whole.names)
  }

  @Test(arguments: Questions.corpora) func countsAreOfAllMatches(_ reports: Reports) throws {
    let answer = try reports.ask(["search", "吹奏楽", "--limit", "1"])
    let facets = try #require(answer.object["facets"] as? [String: [[String: Any]]])
    let types = (facets["type"] ?? []).map { "\($0["value"] ?? "") \($0["count"] ?? 0)" }
    #expect(answer.total == 8)
    #expect(Set(types) == ["project 4", "organization 4"])
    #expect(facets["form"]?.first?["value"] as? String == "後援")
  }

  /// An answer has one type, so what its counts tell apart adds up to the totals; of activities there are
  /// more where these are asked for.
  @Test(arguments: Questions.corpora) func countsTellKindsApart(_ reports: Reports) throws {
    func sums(_ question: String) throws -> (answer: [String: Any], sum: (String) -> Int) {
      let answer = try reports.ask(["search", question, "--limit", "500"]).object
      let facets = try #require(answer["facets"] as? [String: [[String: Any]]])
      let types = (facets["type"] ?? []).filter { $0["value"] as? String != "activity" }
      let total = answer["total"] as? Int ?? 0
      let activities = (answer["hits"] as? [[String: Any]] ?? []).filter {
        $0["type"] as? String == "activity" && (total == 0 || $0["rank"] as? Int ?? 0 <= total)
      }
      return (
        answer,
        { kind in
          types.reduce(0) { $0 + ($1[kind] as? Int ?? 0) }
            + activities.count { kind == "count" || $0["match"] as? String == kind }
        }
      )
    }
    let whole = try sums("子供")
    #expect(whole.sum("spelling") > 0)
    #expect(whole.sum("spelling") == whole.answer["spellingTotal"] as? Int)
    #expect(whole.sum("count") == whole.answer["total"] as? Int)
    let partial = try sums("ゴミ拾いの手伝い")
    #expect(partial.sum("meaning") > 0)
    #expect(partial.sum("meaning") == partial.answer["meaningTotal"] as? Int)
    #expect(partial.sum("partial") == partial.answer["partialTotal"] as? Int ?? 0)
    #expect(partial.sum("partial") + partial.sum("meaning") == partial.sum("count"))
  }

  /// A type in a query asks for what has it, as the option does.
  @Test(arguments: ["project", "organization", "activity"]) func typesInQueries(_ type: String)
    throws
  {
    let program = try Reports.corpus.program
    for words in ["", "講座"] {
      let query = try program.run("search", "type:\(type) \(words)", "--limit", "0", "--json")
      let option = try program.run("search", words, "--type", type, "--limit", "0", "--json")
      let totals = try [query, option].map { try $0.object()["total"] as? Int }
      #expect(totals[0] == totals[1] && totals[0] ?? 0 > 0, "\(type) \(words)")
    }
  }
}
