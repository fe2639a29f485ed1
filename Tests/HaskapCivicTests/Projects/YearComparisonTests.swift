import Testing

@testable import HaskapCivic

/// What is said of a project between two reports of one form.
@Suite struct YearComparisonTests {
  private static func record(_ name: String, _ year: Int, line: Int) -> Record {
    var record = Record(document: "\(year)", layout: .collaboration, line: line, name: name)
    (record.section, record.fiscalYear) = ("① 共催", year)
    return record
  }

  private static func comparison(_ records: [Record]) throws -> YearComparison {
    let catalog = ProjectCatalog(
      records: records, organizations: OrganizationRegistry(records: records))
    let all = YearComparison.all(facts: records.map(RecordFacts.init), catalog: catalog)
    return try #require(all.first)
  }

  /// 例年実施 says itself that it is not new, 単年度 and a later year do not.
  @Test(
    arguments: [
      (Record.Implementation(kind: .annual), false), (.init(kind: .biennial), false),
      (.init(kind: .annual, since: 1990), false), (.init(kind: .annual, since: 2022), false),
      (.init(kind: .annual, since: 2023), true),
      (.init(kind: .singleYear), true), (.init(kind: .other), true), (nil, true),
    ] as [(Record.Implementation?, Bool)])
  func newIsWhatNoReportSaysToBeOlder(_ implementation: Record.Implementation?, isNew: Bool) throws
  {
    var record = Self.record("市民スケート教室大会", 2023, line: 2)
    record.implementation = implementation
    let found = try Self.comparison([Self.record("港の音楽会と花火", 2020, line: 1), record])
    #expect((found.new.count, found.older.count) == (isNew ? 1 : 0, isNew ? 0 : 1))
  }

  /// What a later report says of every year tells nothing of the year before it.
  @Test func laterYearsSayNothingOfTheFirst() throws {
    var records = [2021, 2022].map { Self.record("市民スケート教室大会", $0, line: 1) }
    records.insert(Self.record("港の音楽会と花火", 2020, line: 1), at: 0)
    records[1].implementation = .init(kind: .singleYear)
    records[2].implementation = .init(kind: .annual)
    let found = try Self.comparison(records)
    #expect((found.new.count, found.older.count) == (1, 0))
  }

  /// Where a first time stands in the same report, the second is no older.
  @Test(arguments: [(["第3回"], false), (["第1回"], true), (["第1回", "第2回"], true)])
  func whatIsNumberedBeganBefore(editions: [String], isNew: Bool) throws {
    let numbered = editions.enumerated().map { place, edition in
      Self.record("\(edition)電動化市場参入促進セミナー", 2023, line: place)
    }
    let found = try Self.comparison([Self.record("港の音楽会と花火", 2020, line: 1)] + numbered)
    #expect((found.new.count, found.older.count) == (isNew ? 1 : 0, isNew ? 0 : 1))
  }

  /// What later reports have again has not ended.
  @Test func whatComesBackIsPaused() throws {
    let records = [
      Self.record("市民スケート教室大会", 2020, line: 1), Self.record("港の音楽会と花火", 2021, line: 1),
      Self.record("市民スケート教室大会", 2022, line: 1), Self.record("夜間避難訓練の集い", 2020, line: 2),
    ]
    let found = try Self.comparison(records)
    #expect((found.paused.count, found.ended.count) == (1, 1))
  }

  /// A report between the two is no other form.
  @Test func whatBeganBetweenIsNew() throws {
    let records = [
      Self.record("市民スケート教室大会", 2020, line: 1), Self.record("港の音楽会と花火", 2021, line: 1),
      Self.record("港の音楽会と花火", 2022, line: 1),
    ]
    let catalog = ProjectCatalog(
      records: records, organizations: OrganizationRegistry(records: records))
    let found = try #require(
      YearComparison.between(2020, 2022, facts: records.map(RecordFacts.init), catalog: catalog)
        .first)
    #expect((found.new.count, found.moved.count) == (1, 0))
  }

  @Test func marksOfTheEditionAreNoPartOfANewName() throws {
    let found = try Self.comparison([
      Self.record("町民カラオケ大会", 2020, line: 1),
      Self.record("令和3年度 町民のど自慢大会（旧：町民カラオケ大会）", 2021, line: 1),
    ])
    #expect(found.renamed.map(\.to) == ["町民のど自慢大会（旧：町民カラオケ大会）"])
  }

  @Test func kanaAndKanjiOfAWordAreOneName() throws {
    let found = try Self.comparison([
      Self.record("雪あかりの集い", 2020, line: 1), Self.record("雪あかりのつどい", 2021, line: 1),
    ])
    #expect(found.ended.isEmpty && found.new.isEmpty)
  }

  @Test func aFormerNameThatIsToldIsARenaming() throws {
    let found = try Self.comparison([
      Self.record("町民カラオケ大会", 2020, line: 1),
      Self.record("町民のど自慢大会（旧：町民カラオケ大会）", 2021, line: 1),
    ])
    #expect(found.renamed.map(\.from) == ["町民カラオケ大会"])
    #expect(found.ended.isEmpty && found.new.isEmpty)
  }

  @Test func wordsTellTheFormBeforeNumbers() {
    var record = Self.record("俳句の会", 2021, line: 1)
    record.section = "② 後援"
    #expect(record.form == .patronage)
    record.section = "④ 後援・共催"
    #expect(record.form == .patronage)
    record.section = "② 実行委員会・協議会等"
    #expect(record.form == .committee)
  }

  /// One that nothing was held of does not go on, nor is it new.
  @Test(arguments: [(true, false), (false, false), (true, true), (false, true)])
  func resumedIsWhatWasCalledOff(before: Bool, now: Bool) throws {
    var records = [2020, 2023].map { Self.record("市民スケート教室大会", $0, line: 1) }
    (records[0].cancelled, records[1].cancelled) = (before, now)
    let found = try Self.comparison(records)
    #expect(found.calledOff.count == (now ? 1 : 0))
    #expect(found.resumed.count == (before && !now ? 1 : 0))
    #expect(found.continued.count == (before || now ? 0 : 1))
  }

  /// A date that was called off is not the project.
  @Test func someDatesCalledOffAreNotAll() throws {
    var records = [2020, 2023].map { Self.record("市民スケート教室大会", $0, line: 1) }
    let cell = OccurrenceCell("5月10日（中止）、6月10日（20人）", fiscalYear: 2023)
    records[1].occurrences = cell.occurrences
    records[1].cancelled = cell.isCancelled ? true : nil
    #expect(cell.occurrences.map(\.cancelled) == [true, nil])
    let found = try Self.comparison(records)
    #expect((found.calledOff.count, found.continued.count) == (0, 1))
  }

  /// Every other year has gone by without it.
  @Test func everyOtherYearEndsToo() throws {
    var records = [2020, 2021, 2022].map { Self.record("港の音楽会と花火", $0, line: 1) }
    records.append(Self.record("夜間避難訓練の集い", 2020, line: 2))
    records[3].implementation = .init(kind: .biennial)
    let found = try Self.comparison(records)
    #expect((found.notDue.count, found.paused.count, found.ended.count) == (0, 0, 1))
    let first = try Self.comparison([records[0], records[1], records[3]])
    #expect((first.notDue.count, first.paused.count, first.ended.count) == (1, 0, 0))
  }

  /// It was not paused between, and goes on when it is due.
  @Test func everyOtherYearGoesOn() throws {
    var records = [2020, 2022].map { Self.record("市民スケート教室大会", $0, line: 1) }
    records[0].implementation = .init(kind: .biennial)
    records += [2020, 2021, 2022].map { Self.record("港の音楽会と花火", $0, line: 2) }
    let catalog = ProjectCatalog(
      records: records, organizations: OrganizationRegistry(records: records))
    let all = YearComparison.all(facts: records.map(RecordFacts.init), catalog: catalog)
    #expect(
      all.map { [$0.notDue, $0.paused, $0.resumed].map(\.count) } == [[1, 0, 0], [0, 0, 0]])
    #expect(all.map(\.continued.count) == [1, 2])
    let skating = try #require(catalog.series.first)
    let years = ProjectAnswer.Series(
      skating, Dictionary(uniqueKeysWithValues: records.enumerated().map { ($0, $1) }), all,
      reports: []
    ).years
    #expect(years.map(\.standing) == [nil, .continued])
    #expect(years.map(\.standingAgainst) == [nil, 2020])
  }

  @Test func aProjectOfOneYearThatIsListedTwice() throws {
    var records = [2020, 2023].map { Self.record("市民スケート教室大会", $0, line: 1) }
    for place in records.indices { records[place].implementation = .init(kind: .singleYear) }
    #expect(try Self.comparison(records).calledSingle.count == 1)
    records[1].implementation = .init(kind: .annual)
    #expect(try Self.comparison(records).calledSingle.isEmpty)
  }
}
