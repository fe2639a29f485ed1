import Testing

/// What stands below the answers that have all words, and what is said of it.
@Suite struct LowerRankTests {
  private func ask(_ query: String, _ options: String...) throws -> Questions.Answer {
    try Questions.Reports.corpus.ask(["search", query] + options)
  }

  private func count(_ name: String, _ answer: Questions.Answer) -> Int {
    answer.object[name] as? Int ?? 0
  }

  private func missing(_ hit: [String: Any]) -> [String] { hit["missing"] as? [String] ?? [] }

  /// Whatever is counted is reached where a number is asked for; without one few are enough.
  @Test func isReachedByTheLimit() throws {
    let answer = try ask("コンサート", "--limit", "1000")
    let totals = ["total", "partialTotal", "meaningTotal"].map { count($0, answer) }
    #expect(totals[0] >= 10 && totals[2] > 0)
    #expect(answer.hits.count == totals.reduce(0, +))
    #expect(answer.hits.map { $0["rank"] as? Int } == (1...answer.hits.count).map { $0 })
    let page = try ask("コンサート", "--limit", "5", "--offset", "\(totals[0] - 2)")
    #expect(page.names == Array(answer.names[(totals[0] - 2)...].prefix(5)))
    #expect(try ask("コンサート").hits.count == totals[0])
  }

  /// What is excluded is so as it is counted.
  @Test(arguments: [
    "name:*", "-name:*", "-(name:*)", "NOT (name:* OR ごみ)", "-name:市", "町内会 -name:会",
    "-(-name:会)",
  ])
  func noTotalIsNegative(_ query: String) throws {
    let answer = try ask(query, "--limit", "1")
    #expect(count("spellingTotal", answer) >= 0)
    if query.contains("name:*") { #expect(count("spellingTotal", answer) == 0) }
  }

  @Test(arguments: ["うどん", "どうぶつ", "おばあちゃん", "がんばる"])
  func wordsOfHiraganaAreMissed(_ word: String) throws {
    let hits = try ask("\(word)の介護", "--limit", "50").hits
    let partial = hits.filter { $0["match"] as? String == "partial" }
    #expect(!partial.isEmpty && partial.allSatisfy { missing($0).contains(word) })
  }

  /// Particles, endings and what only asks are not.
  @Test(arguments: [
    "介護をしているところはどこですか", "介護はどのくらいありましたか", "介護について知りたい", "介護が受けられるのはどういうときですか",
  ])
  func grammarIsNotMissed(_ question: String) throws {
    let hits = try ask(question, "--limit", "50").hits
    #expect(!hits.isEmpty)
    #expect(!hits.flatMap(missing).contains { $0.allSatisfy { ("ぁ"..."ん").contains($0) } })
  }

  /// バス is in バスケットボール, and no word of it.
  @Test func aWordOfKatakanaIsWhole() throws {
    let hits = try ask("バス ぬるぽ", "--limit", "500").hits
    #expect(try ask("バス", "--limit", "500").names.contains { $0.contains("バスケットボール") })
    #expect(!hits.isEmpty && !hits.contains { "\($0["name"] ?? "")".contains("バスケットボール") })
  }

  /// What is excluded alone is so, though it begins with a number.
  @Test(arguments: ["-2023年度", "-10人"]) func aNumberOfThingsIsExcluded(_ query: String) throws {
    let answers = try [query, "\(query) -ぬるぽ"].map { try ask($0, "--limit", "1000") }
    #expect(answers[0].hits.count > 10 && answers[0].names == answers[1].names)
  }

  @Test func aTurnedRangeOfWordsTellsTheOther() throws {
    let notes = try ask("name:か..あ").object["notes"] as? [String] ?? []
    #expect(notes.first?.contains("name:あ..か") == true)
    #expect(try ask("name:あ..か").object["notes"] == nil)
  }
}
