import Testing

@testable import HaskapCivic

/// Texts that begin in the middle of a report, and other writings of the same rows.
@Suite struct PledgesFragmentTests {
  private func lines(_ range: ClosedRange<Int>) -> [Substring] {
    Array(PledgesFixture.lines[(range.lowerBound - 1)...(range.upperBound - 1)])
  }

  private func read(_ lines: [Substring]) -> [Record] {
    PledgesReader.read(document: "x", lines: lines).records
  }

  @Test func beginsBelowAPledgesTitle() throws {
    let reading = PledgesReader.read(document: "x", lines: lines(22...34))
    let first = try #require(reading.records.first)
    #expect(first.name == "財政秩序を守りながら健全性を保つ新たな財政運営計画を策定します")
    #expect(first.policy == "Ⅰ" && first.pledge == 1 && first.measure == 2)
    #expect(first.pledgeTitle == nil && first.progress == nil)
    #expect(first.stars == 7)
    #expect(
      Set(first.notes.filter { $0.kind == .inferred }.map(\.field)) == ["policy", "pledge"])
    #expect(reading.records.map(\.policy) == ["Ⅰ", "Ⅰ", "Ⅱ", "Ⅱ", "Ⅱ"])
    #expect(reading.records.map(\.fiscalYear) == [nil, nil, nil, nil, nil])
    #expect(
      reading.warnings.map(\.message).sorted() == [
        "公約の途中から始まっています",
        "最初の施策がどの政策のものかを示す見出しがありません",
      ])
  }

  @Test func theYearFollowsFromThePeriod() throws {
    let record = try #require(read(lines(43...49)).first)
    #expect(record.fiscalYear == 2023)
    #expect(
      record.notes.contains(
        .init(
          kind: .inferred, field: "fiscalYear",
          reason: "取組の期間は2022-07から2024-03まで（何年度末の状況かを示す行はありません）")))
  }

  @Test(
    "other writings of stars and per cents",
    arguments: [["★": "⭐"], [">62<": ">62%<", "\t73": "\t７３％"]])
  func writings(_ replaced: [String: String]) {
    let text = PledgesFixture.lines.joined(separator: "\n")
    let other = replaced.reduce(text) { $0.replacing($1.key, with: $1.value) }
    #expect(other != text)
    let records = read(other.split(separator: "\n", omittingEmptySubsequences: false))
    let usual = read(PledgesFixture.lines)
    #expect(records.map(\.stars) == usual.map(\.stars))
    #expect(records.map(\.progress) == usual.map(\.progress))
    #expect(records.map(\.departments) == usual.map(\.departments))
  }

  @Test func pageNumbersAreNoLinesOfTheReport() {
    let usual = PledgesReader.read(document: "x", lines: PledgesFixture.lines)
    let numbered = PledgesReader.read(
      document: "x", lines: PledgesFixture.lines.map { $0.isEmpty ? "- 12 -" : $0 })
    #expect(numbered.records == usual.records)
    #expect(numbered.warnings.map(\.message) == usual.warnings.map(\.message))
  }

  @Test func workWithoutItsMeasureIsReported() {
    let reading = PledgesReader.read(
      document: "x", lines: ["整備しました。</li> </ul>\t・総務課\t★★★★★ ☆☆☆☆☆"] + lines(19...22))
    #expect(reading.records.count == 1)
    #expect(reading.warnings.contains { $0.line == 1 })
  }

  /// The cells of a measure's row say what they are in any order.
  @Test(arguments: [22, 24, 30, 32, 34, 41, 47, 49, 51]) func cellsInAnyOrder(_ line: Int) {
    let heading = lines(20...21)
    let row = PledgesFixture.lines[line - 1]
    let expected = read(heading + [row])
    #expect(expected.count == 1)
    let cells = row.split(separator: "\t")
    for turn in cells.indices {
      let turned = (cells[turn...] + cells[..<turn]).joined(separator: "\t")
      #expect(read(heading + [turned[...]]) == expected, "\(turned)")
    }
  }

  /// The same rows as an HTML table, each cell on a line of its own.
  @Test func rowsWrittenAsHTML() throws {
    let html = lines(16...34).flatMap { line -> [String] in
      guard line.contains("\t") else { return [String(line)] }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return ["<tr>"] + cells.map { "<td>\($0)</td>" } + ["</tr>"]
    }
    let text = try ReportText(file: "x.html", bytes: Array(html.joined(separator: "\n").utf8))
    let tagged = ReportReader.read(text).records
    let plain = read(lines(16...34))
    #expect(plain.count == 5)
    #expect(tagged.map(\.name) == plain.map(\.name))
    #expect(tagged.map(\.stars) == plain.map(\.stars))
    #expect(tagged.map(\.departments) == plain.map(\.departments))
    #expect(tagged.map(\.progress) == plain.map(\.progress))
    #expect(tagged.map(\.bullets) == plain.map(\.bullets))
  }

  /// Lists that recognition wrote without their tags: a verb ends a measure, a full stop its work.
  @Test func rowsWithoutListTags() throws {
    let plain = PledgesFixture.lines.map { line in
      line.replacing(#/<\/?(ul|li|p|b)[^>]*>/#, with: "")[...]
    }
    let (found, usual) = (read(plain), read(PledgesFixture.lines))
    #expect(found.map(\.name) == usual.map(\.name))
    #expect(found.map(\.pledge) == usual.map(\.pledge))
    #expect(found.map(\.stars) == usual.map(\.stars))
    #expect(found.map(\.departments) == usual.map(\.departments))
    #expect(found.map(\.bullets) == usual.map(\.bullets))
  }

  /// One cell of departments and one of stars beside the two measures of a pledge.
  @Test func cellsBesideTwoRows() throws {
    let html = """
      <table><tr><td>政策Ⅰ</td><td>まちの魅力 高めます！</td><td></td><td>40</td></tr>
      <tr><td rowspan="3">1</td><td>行財政改革を進めます</td><td></td><td>45</td></tr>
      <tr><td><p>● 計画を策定します</p><ul><li>・つくりました。</li></ul></td>
      <td rowspan="2"><ul><li>・政策推進課</li><li>・財政課</li></ul></td>
      <td rowspan="2"><p>★★★★☆ ☆☆☆☆☆</p><p>★★★★★ ☆☆☆☆☆</p></td></tr>
      <tr><td>● 窓口を改善します ・始めました。</td></tr></table>
      """
    let reading = ReportReader.read(try ReportText(file: "x.html", bytes: Array(html.utf8)))
    #expect(reading.layout == .pledges)
    #expect(reading.records.map(\.name) == ["計画を策定します", "窓口を改善します"])
    #expect(reading.records.map(\.departments) == [["政策推進課", "財政課"], ["政策推進課", "財政課"]])
    #expect(reading.records.map(\.stars) == [4, 5])
    #expect(reading.records.map(\.pledge) == [1, 1])
    #expect(reading.records.map(\.progress) == [45, 45])
    #expect(reading.warnings.filter { $0.message.contains("★") }.isEmpty)
  }

  @Test func aListBrokenOverTwoLines() {
    let row = PledgesFixture.lines[29]
    let place = row.firstRange(of: "<li>・")?.lowerBound ?? row.endIndex
    let whole = read(lines(28...29) + [row])
    #expect(whole.count == 1)
    #expect(read(lines(28...29) + [row[..<place], row[place...]]) == whole)
  }

  /// A list that nobody closes ends where the next row begins.
  @Test func aListLeftOpen() {
    let open = "<ul> <li>● 学びを支えます <ul> <li>・始めました。\t・指導室\t★★★★★ ☆☆☆☆☆"
    let records = read(lines(28...29) + [open[...]] + lines(30...30))
    #expect(records.map(\.stars) == [5, 6])
    #expect(records.map(\.departments.count) == [1, 4])
  }

  /// Rows of another year: titles that are no sentences, a number and a per cent that are lost.
  @Test func rowsOfAnotherYear() throws {
    let rows: [Substring] = [
      "政策Ⅰ まちの魅力 高めます！\t\t40", "1 行財政改革の推進\t\t45", "新しい計画の策定\t・政策推進課\t★★★★☆ ☆☆☆☆☆",
      "<p>窓口の改善</p> <ul> <li>予約の開始</li> <li>案内の充実</li> </ul>\t・窓口サービス課\t★★★★★ ☆☆☆☆☆",
      "財産の活用に取り組みます\t\t35", "● 庁舎の利用を広げます ・会議室を開放\t・総務課\t★★★☆☆ ☆☆☆☆☆",
    ]
    let reading = PledgesReader.read(document: "x", lines: rows)
    #expect(reading.records.map(\.name) == ["新しい計画の策定", "窓口の改善", "庁舎の利用を広げます"])
    #expect(reading.records.map(\.pledge) == [1, 1, 2])
    #expect(reading.records.map(\.pledgeTitle).last == "財産の活用に取り組みます")
    #expect(reading.records.map(\.progress) == [45, 45, 35])
    #expect(reading.records.map(\.measure) == [1, 2, 1])
    #expect(reading.records.map(\.stars) == [4, 5, 3])
    #expect(reading.records.map(\.bullets) == [[], ["予約の開始", "案内の充実"], ["会議室を開放"]])
    #expect(reading.records.map(\.fiscalYear) == [nil, nil, nil])
    #expect(reading.warnings.map(\.line) == [5])
  }

  @Test func otherLayoutsAreNotTakenForThisOne() {
    #expect(PledgesReader.confidence(lines: CouncilFixture.lines) == 0)
    #expect(PledgesReader.confidence(lines: []) == 0)
  }
}
