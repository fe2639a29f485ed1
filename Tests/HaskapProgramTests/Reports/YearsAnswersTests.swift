import Testing

/// What `years` counts, and what it says of several reports.
@Suite struct YearsAnswersTests {
  private static func folder(_ files: [String: String]) throws -> ReportFolder {
    let folder = try ReportFolder()
    for (name, text) in files { try folder.write(text, to: "mine/\(name)") }
    let run = try folder.program.run("index", "mine")
    #expect(run.status == 0, "\(run.errors)")
    return folder
  }

  private static let heading = "① 協働の形態：共催（1件）\nNo.,事業の名称,実施区分,主催者,担当部署,実施年月日、参加人数\n"

  /// Prose is found, and is no project anywhere.
  @Test func paragraphsAreNoProjects() throws {
    let prose = "令和5年度のまとめ\n\n町内会は湖畔を清掃しました。\n\n来年度も続けたいと考えています。\n"
    let folder = try Self.folder(["a.txt": prose])
    let found =
      try folder.program.run("search", "清掃", "--json").object()["hits"] as? [[String: Any]]
    #expect(found?.map { $0["type"] as? String } == ["paragraph"])
    let years =
      try folder.program.run("years", "--json").object()["years"] as? [[String: Any]] ?? []
    let counts = years.compactMap { $0["total"] as? [String: Any] }
    #expect(!counts.isEmpty && counts.allSatisfy { $0["projects"] as? Int == 0 })
    #expect(counts.allSatisfy { $0["rows"] as? Int == 0 && $0["participants"] == nil })
    #expect(try folder.program.run("projects").status == 1)
    #expect(try folder.program.run("project", "町内会は湖畔を清掃しました").status == 1)
  }

  /// A holding that two lists tell counts once; of what tells nothing nothing is said.
  @Test func holdingsCountOnce() throws {
    let row = "1,湖畔のまつりと花火大会,例年実施,湖畔町内会,観光課,令和5年5月1日（約120人）\n"
    let text =
      "湖畔町 令和5年度 協働事業実施状況\n" + Self.heading + row
      + "② 協働の形態：実行委員会・協議会等（1件）\nNo.,事業の名称,実施区分,主催者,担当部署,実施年月日、参加人数\n" + row
      + "④ 協働の形態：後援（1件）\nNo.,事業の名称,実施区分,主催者,担当部署,実施年月日、参加人数\n1,写真展,例年実施,湖畔写真会,観光課,\n"
    let folder = try Self.folder(["a.csv": text])
    let years = try folder.program.run("years", "--json").object()["years"] as? [[String: Any]]
    let year = try #require(years?.first)
    let total = try #require(year["total"] as? [String: Any])
    #expect(total["participants"] as? Int == 120 && total["approximate"] as? Bool == true)
    let forms = year["forms"] as? [[String: Any]] ?? []
    let people = forms.map { ($0["counts"] as? [String: Any])?["participants"] as? Int }
    #expect(people == [120, 120, nil])
    let projects =
      try folder.program.run("projects", "--json").object()["entries"] as? [[String: Any]]
    #expect(projects?.map { $0["participants"] as? Int } == [120, nil])
    #expect(projects?.map { $0["approximate"] as? Bool } == [true, nil])
    #expect(try folder.program.run("projects").output.contains(" 約120人  2023"))
    #expect(try folder.program.run("projects", "--year", "令和5").output.contains(" 約120人"))
    #expect(try folder.program.run("projects", "--csv").output.contains(",120,約,2023"))
    #expect(try folder.program.run("years").lines.count { $0.hasSuffix(" 約120") } == 3)
    #expect(try folder.program.run("years", "--csv").output.contains("参加者数,概数,"))
  }

  /// What is off is so once, whatever words say it.
  @Test func whatIsCalledOffAndRestsCountsOnce() throws {
    let rows = ["中止（休止中）", "令和5年6月1日 中止（休止）", "休会中", "中止"].enumerated().map {
      "\($0.offset + 1),湖畔の会\($0.offset),例年実施,読書の会,図書館,\($0.element)\n"
    }
    let folder = try Self.folder([
      "a.csv": "湖畔町 令和5年度 協働事業実施状況\n" + Self.heading + rows.joined()
    ])
    let years = try folder.program.run("years", "--json").object()["years"] as? [[String: Any]]
    let total = try #require(years?.first?["total"] as? [String: Any])
    #expect(["activities", "cancelled", "paused"].map { total[$0] as? Int } == [0, 1, 3])
  }

  @Test func whatRestsIsNotCalledOff() throws {
    let row = "1,湖畔読書会,例年実施,読書の会,図書館,改修のため休止\n"
    let folder = try Self.folder([
      "a.csv": "湖畔町 令和5年度 協働事業実施状況\n" + Self.heading + row
    ])
    let text = try folder.program.run("project", "湖畔読書会").output
    #expect(text.contains("  休止\n") && text.contains("・休止\n") && !text.contains("中止"), "\(text)")
    #expect(try folder.program.run("search", "湖畔読書会").output.contains("休止"))
    #expect(try folder.program.run("years").output.contains("  休止: 1\n"))
    let years = try folder.program.run("years", "--json").object()["years"] as? [[String: Any]]
    let total = try #require(years?.first?["total"] as? [String: Any])
    #expect(["activities", "cancelled", "paused"].map { total[$0] as? Int } == [0, 0, 1])
  }
}
