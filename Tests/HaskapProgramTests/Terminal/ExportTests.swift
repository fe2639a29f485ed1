import Testing

/// Tables for spreadsheets: all of the answer, in the order of the screen.
@Suite struct ExportTests {
  typealias Reports = Questions.Reports

  /// The rows of a table by its headings.
  static func rows(_ run: Program.Run) throws -> [[String: String]] {
    let text = Array(run.output)
    #expect(run.output.utf8.starts(with: [0xEF, 0xBB, 0xBF]))
    var (rows, row, cell) = ([[String]](), [String](), "")
    var (isQuoted, place) = (false, 0)
    while place < text.count {
      switch text[place] {
      case "\"" where isQuoted && place + 1 < text.count && text[place + 1] == "\"":
        cell.append("\"")
        place += 1
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\r\n" where !isQuoted:
        rows.append(row + [cell])
        (row, cell) = ([], "")
      case let character: cell.append(character)
      }
      place += 1
    }
    #expect(cell.isEmpty && row.isEmpty)
    var head = try #require(rows.first)
    head[0] = String(head[0].unicodeScalars.drop { $0 == "\u{FEFF}" }.map(Character.init))
    let width = head.count
    #expect(rows.allSatisfy { $0.count == width })
    return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(head, $0)) }
  }

  @Test(arguments: Questions.corpora, ["relevance", "year", "name"])
  func searchIsWholeAndInOrder(_ reports: Reports, _ sort: String) throws {
    let question = ["search", "ボランティア", "--sort", sort]
    let rows = try Self.rows(reports.program.run(question + ["--csv", "--lang", "en"]))
    let answer = try reports.ask(question)
    let total = try #require(answer.total)
    #expect(rows.count == total && total > 20)
    #expect(rows.map { $0["name"] ?? "" } == answer.names)
    #expect(rows.map { $0["rank"] ?? "" } == (1...total).map(String.init))
    let page = try Self.rows(
      reports.program.run(question + ["--csv", "--lang", "en", "--limit", "3", "--offset", "2"]))
    #expect(page.map { $0["rank"] } == ["3", "4", "5"])
    #expect(page.map { $0["name"] } == rows[2..<5].map { $0["name"] })
  }

  /// What has only some of the words is exported where the screen shows it, and is told apart.
  @Test(arguments: Questions.corpora) func someWords(_ reports: Reports) throws {
    let rows = try Self.rows(reports.program.run("search", "町内会", "清掃", "--csv", "--lang", "en"))
    #expect(rows.count > 10)
    #expect(rows.prefix(2).allSatisfy { $0["missing"] == "" })
    #expect(rows.dropFirst(2).allSatisfy { $0["missing"] != "" })
    let hits = try reports.ask(["search", "町内会", "清掃"]).hits
    #expect(rows.map { $0["match"] } == hits.map { $0["match"] as? String })
    #expect(Set(rows.compactMap { $0["match"] }).isSuperset(of: ["exact", "partial"]))
    let run = try reports.program.run("search", "町内会", "清掃", "--csv", "--lang", "ja")
    #expect(try Set(Self.rows(run).compactMap { $0["一致"] }).isSuperset(of: ["入力どおり", "一部の語"]))
  }

  @Test(arguments: Questions.corpora) func organization(_ reports: Reports) throws {
    let run = try reports.program.run(
      "organization", "社会福祉協議会", "--csv", "--limit", "2", "--lang", "en")
    let rows = try Self.rows(run)
    let answer = try reports.ask(["organization", "社会福祉協議会"])
    #expect(rows.map { "\($0["line"] ?? "")" } == answer.activities.map { "\($0["line"] ?? "")" })
    #expect(rows.count > 30 && rows.allSatisfy { $0["organization"]?.isEmpty == false })
    #expect(Set(rows.map { $0["role"] ?? "" }) == ["host", "partner", "related"])
  }

  @Test(arguments: Questions.corpora) func department(_ reports: Reports) throws {
    let rows = try Self.rows(reports.program.run("department", "危機管理室", "--csv", "--lang", "en"))
    #expect(rows.prefix(5).map { $0["line"] } == ["67", "68", "139", "140", "141"])
    #expect(rows.allSatisfy { $0["department"] == "危機管理室" })
  }

  /// A row a holding; what belongs to the year stands in each.
  @Test(arguments: Questions.corpora) func project(_ reports: Reports) throws {
    let rows = try Self.rows(reports.program.run("project", "まちかどミーティング", "--csv", "--lang", "en"))
    #expect(rows.map { $0["fiscalYear"] } == ["2020", "2023"])
    #expect(rows.map { $0["start"] } == ["2020-08-25", "2023-08-22"])
    #expect(rows.map { $0["yearParticipants"] } == ["261", "305"])
    #expect(rows.map { $0["change"] } == ["", "44"])
    #expect(rows.map { $0["standing"] } == ["", "continued"])
  }

  /// The tables of the screen: 23 rows of ① in 2023, 218 rows of four forms in 2020.
  @Test func years() throws {
    let rows = try Self.rows(Reports.corpus.program.run("years", "--csv", "--lang", "en"))
    let joint = rows.filter { $0["form"] == "共催" }
    #expect(joint.map { $0["rows"] } == ["10", "23"])
    #expect(joint.map { $0["comparedWith"] } == ["", "2020"])
    #expect(rows.first { $0["fiscalYear"] == "2020" && $0["form"] == "" }?["rows"] == "218")
  }

  /// A choice is no table: it is told beside it.
  @Test func aChoiceIsToldBesideTheTable() throws {
    let run = try Reports.corpus.program.run("organization", "吹奏楽", "--csv", "--lang", "en")
    let rows = try Self.rows(run)
    #expect(rows.isEmpty && run.status == 1)
    #expect(run.errors.contains("苫小牧吹奏楽連盟"))
  }

  @Test(arguments: ["search", "organization", "project", "department"])
  func oneFormAtATime(_ command: String) throws {
    let run = try Reports.corpus.program.run(command, "苫東", "--json", "--csv", "--lang", "en")
    #expect(run.status == 2 && run.errors.contains("--json and --csv exclude each other"))
  }
}
