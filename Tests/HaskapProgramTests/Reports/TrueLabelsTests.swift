import Testing

/// What an answer is called, and what is said of its number, over the reports that ship.
@Suite struct TrueLabelsTests {
  private static let reports = try? ReportFolder.indexed()

  private func ask(_ query: String, _ options: String...) throws -> [String: Any] {
    let program = try #require(Self.reports).program
    return try program.run(["search", "--json"] + options + ["--", query]).object()
  }

  private func count(_ name: String, _ answer: [String: Any]) -> Int { answer[name] as? Int ?? -1 }

  private func hits(_ answer: [String: Any]) -> [[String: Any]] {
    answer["hits"] as? [[String: Any]] ?? []
  }

  @Test(arguments: ["R5", "令和5年度", "2023"])
  func aYearIsLeftOutAsItIsLookedFor(_ year: String) throws {
    for query in ["講演会 -\(year)", "講演会 NOT \(year)", "* -\(year)"] {
      let answer = try ask(query, "--limit", "500")
      let exact = count("exactTotal", answer)
      #expect(0...count("total", answer) ~= exact, "\(query)")
      #expect(count("total", answer) > 0)
      let years = hits(answer).compactMap { $0["fiscalYear"] as? Int }
      #expect(!years.contains(2023), "\(query)")
    }
  }

  /// 令和5年度 is how reports print it.
  @Test(arguments: ["令5", "R5", "R5年度", "2023年度", "平成35年度", "昭和98年度"])
  func yearsWrittenOtherwiseAreTold(_ year: String) throws {
    let notes = try ask("講演会 \(year)")["notes"] as? [String] ?? []
    #expect(notes == ["「\(year)」は令和5年度（2023年度）の記録も含めて探しました。"])
  }

  @Test(arguments: ["令和5年度～令和2年度", "2023～2020", "R5..R2"])
  func yearsWithTheLastOneFirstAreTold(_ years: String) throws {
    let notes = try ask("講演会 \(years)")["notes"] as? [String] ?? []
    #expect(
      notes == [
        "「\(years)」は終わりの年が始まりより前なので、文字のまま探しました。year:2020..2023 のように書きます。"
      ])
  }

  /// 聞 is in 新聞, but 聞こえない is not.
  @Test func aVerbIsMissingWhereItsKanjiIsInAnotherWord() throws {
    let answer = try ask("新聞が聞こえない人")
    let hits = hits(answer).filter { ($0["missing"] as? [String])?.contains("新聞") == false }
    #expect(!hits.isEmpty)
    #expect(hits.allSatisfy { $0["missing"] as? [String] == ["聞こえない"] })
  }

  /// Whatever page of it is asked for.
  @Test(arguments: ["町内会 清掃", "防災 訓練", "子ども", "ゴミ拾い"])
  func totalsAreOfTheQuery(_ query: String) throws {
    let names = ["total", "exactTotal", "spellingTotal", "partialTotal", "meaningTotal"]
    let whole = try ask(query)
    for page in [["--limit", "1"], ["--limit", "3"], ["--limit", "40"], ["--offset", "12"]] {
      let answer = try ask(query, page[0], page[1])
      for name in names { #expect(count(name, answer) == count(name, whole), "\(page) \(name)") }
    }
  }

  /// What the reports print as ㈱苫東 and as 株式会社苫東 is one name.
  @Test func aLegalFormMayBeShort() throws {
    let found = try ["㈱苫東", "株式会社苫東"].map { name in
      hits(try ask(name)).reduce(into: [String: String]()) { found, hit in
        found["\(hit["id"] ?? "")"] = hit["match"] as? String
      }
    }
    #expect(Set(found[0].keys) == Set(found[1].keys))
    #expect(found.allSatisfy { Set($0.values) == ["exact", "spelling"] })
  }

  @Test(arguments: ["令和5年度", "令和５年度", "令和5年", "令和2年度～令和5年度"])
  func yearsAsPrintedNeedNoNote(_ year: String) throws {
    #expect(try ask("講演会 \(year)")["notes"] == nil)
  }

  /// A word of the thesaurus is no slip, and no word is cut out of the middle of another.
  @Test(
    arguments: [
      ("給食費", nil), ("いじめ", nil), ("スキー", nil), ("燃料支援", nil), ("福祉協義会", ["福祉協議会"]),
    ] as [(String, [String]?)])
  func whatIsSuggestedIsAWord(_ typed: String, _ suggestions: [String]?) throws {
    #expect(try ask(typed)["suggestions"] as? [String] == suggestions)
  }

  /// 5 have 成年後見, none of them as 後援.
  @Test func whatIsSuggestedIsFoundUnderTheFilters() throws {
    #expect(try ask("成年後件")["suggestions"] as? [String] == ["成年後見"])
    #expect(try ask("成年後件", "--form", "後援")["suggestions"] == nil)
  }

  /// The report has 305人 and 8月22日～10月31日.
  @Test func whatIsPrintedOtherwiseIsAnotherSpelling() throws {
    let bare = try ask("305名")
    #expect(count("exactTotal", bare) == 0 && count("total", bare) > 0)
    #expect(count("total", try ask("\"305名\"")) == 0)
    #expect(count("total", try ask("\"令和5年10月31日\"")) == 0)
  }

  /// Of a question its words are missed, each where the answer has not it.
  @Test func wordsThatAnAnswerToAQuestionLacks() throws {
    let words = ["町内会", "清掃", "事業"]
    let having = try words.map { word in
      Set(
        hits(try ask(word, "--limit", "1000")).prefix(count("total", try ask(word)))
          .compactMap { $0["id"] as? String })
    }
    for hit in hits(try ask("町内会と清掃をした事業は何ですか", "--limit", "20")) {
      let missing = hit["missing"] as? [String] ?? []
      let id = hit["id"] as? String ?? ""
      #expect(
        missing == words.indices.filter { !having[$0].contains(id) }.map { words[$0] }, "\(id)")
    }
  }

  /// 講演会 is no other spelling of 講習会.
  @Test func aWordLikeItIsNoOtherSpelling() throws {
    let answer = try ask("講習会~", "--limit", "500")
    let matches = hits(answer).prefix(count("total", answer)).compactMap { $0["match"] as? String }
    #expect(Set(matches) == ["exact", "fuzzy"])
  }

  /// Nor is another spelling a word like it.
  @Test func anotherSpellingIsNoWordLikeIt() throws {
    let spelled = hits(try ask("まつり", "--limit", "500")).filter {
      $0["match"] as? String == "spelling"
    }
    let like = hits(try ask("まつり~", "--limit", "500"))
    func ids(_ hits: [[String: Any]]) -> Set<String> {
      Set(hits.compactMap { $0["id"] as? String })
    }
    #expect(!spelled.isEmpty)
    #expect(ids(like.filter { $0["match"] as? String == "spelling" }) == ids(spelled))
    let program = GenericProgram()
    let texts = ["サーバー室", "サーバ室", "サーパー室"]
    try program.write(texts.map { "{\"body\": \"\($0)\"}\n" }.joined(), to: "d.jsonl")
    try program.run("index", "d.jsonl", "--index", "ix")
    let answer = try program.run("search", "--index", "ix", "--json", "--", "サーバー~").object()
    let matches = hits(answer).compactMap { hit in
      ((hit["document"] as? [String: Any])?["body"] as? String).map {
        [$0, "\(hit["match"] ?? "")"]
      }
    }
    #expect(Set(matches) == [[texts[0], "exact"], [texts[1], "spelling"], [texts[2], "fuzzy"]])
  }

  /// No report has 苫小牧社協, which the council is called.
  @Test func anAliasIsAnotherSpelling() throws {
    let bare = try ask("苫小牧社協")
    #expect(count("exactTotal", bare) == 0 && count("total", bare) == 1)
    #expect(hits(bare).first?["match"] as? String == "spelling")
    #expect(count("total", try ask("name:苫小牧社協")) == 1)
    for query in ["\"苫小牧社協\"", "name:\"苫小牧社協\""] {
      #expect(count("total", try ask(query)) == 0, "\(query)")
    }
  }

  /// A value that nothing has is told with those that there are, and looked for as text.
  @Test(arguments: ["type:催し", "form:無い形", "清掃 type:{a TO b}", "form:(後援 OR 無い形)"])
  func valuesThatThereAreNot(_ query: String) throws {
    let notes = try ask(query)["notes"] as? [String] ?? []
    let known = query.contains("type") ? "事業、団体、活動" : "共催"
    #expect(notes.count == 1 && notes[0].contains("という値はない") && notes[0].contains(known))
  }

  @Test func rangesAmongValues() throws {
    let both = count("total", try ask("year:(2020 OR 2023)"))
    for query in ["year:(2020..2021 OR [2023 TO 2024])", "year:(令和2..令和3 OR >=2023 -2025)"] {
      #expect(count("total", try ask(query)) > 0)
      #expect(try ask(query)["notes"] == nil, "\(query)")
    }
    #expect(count("total", try ask("year:(2020..2021 OR 2023)")) >= both)
    #expect(count("total", try ask("year:(2020..)")) == count("total", try ask("year:2020..")))
  }

  @Test(arguments: ["まつり", "こども", "子供"])
  func otherSpellingsStandBelow(_ word: String) throws {
    let answer = try ask(word, "--limit", "500")
    let (exact, total) = (count("exactTotal", answer), count("total", answer))
    let matches = hits(answer).prefix(total).compactMap { $0["match"] as? String }
    #expect(hits(answer).prefix(total).compactMap { $0["rank"] as? Int } == Array(1...total))
    #expect(exact > 0 && total > exact)
    #expect(matches.prefix(exact).allSatisfy { $0 == "exact" })
    #expect(!matches.dropFirst(exact).contains("exact"))
    var paged: [String] = []
    for offset in stride(from: 0, to: matches.count, by: 7) {
      let page = try ask(word, "--limit", "7", "--offset", "\(offset)")
      paged += hits(page).compactMap { $0["id"] as? String }
    }
    let whole = hits(answer).prefix(total).compactMap { $0["id"] as? String }
    #expect(Array(paged.prefix(total)) == whole)
  }

  /// クマ is not in パークマラソン, ボラ and チア are no words of ボランチア.
  @Test func meaningsAreThoseOfWholeWords() throws {
    for hit in hits(try ask("熊", "--limit", "100")) {
      #expect(!"\(hit["name"] ?? "")".contains("マラソン"))
    }
    let misspelled = try ask("ボランチア")
    #expect(count("meaningTotal", misspelled) <= 0)
    #expect("\(misspelled["suggestions"] ?? "")".contains("ボランティア"))
  }

  @Test(arguments: ["苫小牧市民文化祭", "ボランティア体験プログラム"])
  func whatIsCalledSoComesFirst(_ name: String) throws {
    #expect(hits(try ask(name)).first?["name"] as? String == name)
  }

  @Test(arguments: ["第七十六回国民体育大会", "第五十一回胆振芸術祭"])
  func numbersOfLongNames(_ name: String) throws {
    #expect(count("total", try ask(name)) > 0)
  }
}
