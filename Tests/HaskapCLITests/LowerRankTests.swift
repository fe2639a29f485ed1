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
}
