import Testing

/// The lists of all organizations, projects and departments, and who works with whom.
@Suite struct CatalogTests {
  private func entries(_ command: String, _ options: String...) throws -> [[String: Any]] {
    try Questions.Reports.corpus.ask([command] + options).object["entries"] as? [[String: Any]]
      ?? []
  }

  @Test func projectsThroughTheYears() throws {
    let projects = try entries("projects")
    let meeting = try #require(projects.first { $0["name"] as? String == "まちかどミーティング" })
    #expect(meeting["years"] as? [Int] == [2020, 2023])
    #expect(meeting["participants"] as? Int == 261 + 305)
    let counts = projects.compactMap { $0["records"] as? Int }
    #expect(counts == counts.sorted(by: >))
    let names = try entries("projects", "--sort", "name").compactMap { $0["name"] as? String }
    #expect(names == names.sorted() && names.count == projects.count)
  }

  @Test func whatAYearHas() throws {
    let all = try entries("departments", "--sort", "report")
    let some = try entries("departments", "--year", "令和5")
    #expect(!some.isEmpty && some.count < all.count)
    #expect(some.allSatisfy { $0["years"] as? [Int] == [2023] })
  }

  /// Every organization of the list can be asked for by its name and has as many rows there.
  @Test func organizationsAgreeWithTheirOwnAnswers() throws {
    for entry in try entries("organizations").prefix(12) {
      let name = try #require(entry["name"] as? String)
      let answer = try Questions.Reports.corpus.ask(["organization", name, "--listed-only"])
      let bodies = answer.object["organizations"] as? [[String: Any]]
      let activities = bodies?.first?["activities"] as? [Any]
      #expect(activities?.count == entry["records"] as? Int, "\(name)")
    }
  }

  /// As many as building says there are.
  @Test func allOrganizationsAreListed() throws {
    let program = try Questions.Reports.corpus.program
    let types = try program.run("search", "", "--type", "organization", "--json").object()
    #expect(try entries("organizations").count == types["total"] as? Int)
  }

  @Test func partners() throws {
    let reports = Questions.Reports.corpus
    let answer = try reports.ask(["who-with", "苫小牧商工会議所"]).object
    #expect(answer["organization"] as? String == "苫小牧商工会議所")
    let partners = answer["partners"] as? [[String: Any]] ?? []
    #expect(!partners.isEmpty)
    // Whoever works with one is worked with by that one.
    let name = try #require(partners.first?["name"] as? String)
    let back = try reports.ask(["who-with", name]).object["partners"] as? [[String: Any]]
    let mutual = back?.first { $0["name"] as? String == "苫小牧商工会議所" }
    #expect(
      (mutual?["activities"] as? [Any])?.count == (partners.first?["activities"] as? [Any])?.count)
    #expect(try reports.program.run("who-with", "存在しない団体名").status == 1)
  }

  @Test func screens() throws {
    let program = try Questions.Reports.corpus.program
    #expect(try program.run("departments", "--limit", "3").output.contains("件中 3件"))
    #expect(try program.run("who-with", "苫小牧商工会議所").output.contains("件  20"))
    #expect(
      try program.run("projects", "--csv", "--lang", "en").output.contains("name,owner,records"))
  }
}
