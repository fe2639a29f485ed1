import Foundation
import Haskap
import HaskapDocuments
import HaskapTestSupport
import HaskapText
import Testing

@testable import HaskapCivic

/// What stands beside an index about its records, against what the records make.
struct StoredEntitiesTests {
  private static func build(_ folder: TemporaryFolder) throws -> String {
    let corpus = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4)
      .joined(separator: "/").appending("/Corpus")
    let names = try FileManager.default.contentsOfDirectory(atPath: corpus).sorted()
    let files = try names.filter { $0.hasSuffix(".txt") }.map {
      CivicIndexBuilder.File(
        path: $0, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(corpus)/\($0)"))))
    }
    let path = folder.path + "/index"
    _ = try CivicIndexBuilder(path: path).build(files, of: SourcePaths(files.map(\.path)))
    return path
  }

  private func packed(_ value: some Packable) -> [UInt8] {
    var writer = PackedWriter()
    writer.write(value)
    return writer.bytes
  }

  @Test func whatIsStoredIsWhatTheRecordsMake() throws {
    let folder = TemporaryFolder()
    let index = try CivicIndex(path: try Self.build(folder))
    let records = try index.records()
    let cities = try index.cityRecords()
    let made = MadeEntities(try #require(cities.first), aliases: .tomakomai)
    let stored = try #require(StoredEntities(of: IndexReader(path: folder.path + "/index")))
    #expect(cities.count == 1 && cities.map(\.city) == stored.table.cities.map(\.name))
    func expectSame<Value: Packable>(_ kind: StoredEntities.Kind, _ value: Value) {
      let read = stored.read(kind, Value.self, of: cities[0].city)
      #expect(read.map(packed) == packed(value), "\(kind)")
    }
    expectSame(.ids, records.map { $0.id ?? "" })
    expectSame(.bodies, made.bodies)
    let rows = try #require(
      stored.read(.references, PackedRows<RecordReference>.self, of: cities[0].city))
    #expect(rows.count == made.references.count)
    for (place, reference) in made.references.enumerated() {
      #expect(packed(try rows.row(place)) == packed(reference))
    }
    for (kind, list) in made.rows {
      expectSame(.rows(of: kind), list.rows)
      expectSame(.listed(of: kind), list.listed)
    }
    expectSame(.facts, made.facts)
    expectSame(.times, made.times)
    expectSame(.lists, made.lists)
    let compared = try #require(
      stored.read(.compared, PackedRows<ComparedProject>.self, of: cities[0].city))
    #expect(compared.count == made.compared.count)
    for (place, project) in made.compared.enumerated() {
      #expect(packed(try compared.row(place)) == packed(project))
    }
    expectSame(.organizations, made.organizations)
    expectSame(.projects, made.projects)
    expectSame(.departments, made.departments)
    expectSame(.comparisons, made.comparisons)
    expectSame(.summaries, made.summaries)
    let projects = try #require(
      stored.read(.projects, StoredProjects.self, of: cities[0].city))
    #expect(packed(projects.names) == packed(made.projects.names))
    for (place, series) in made.projects.series.enumerated() {
      let read = try projects.series(place, recordCount: records.count)
      #expect(packed(read) == packed(series))
    }
    // A record that is not there is none of a project.
    #expect(throws: PackedError.self) {
      for place in made.projects.series.indices {
        _ = try projects.series(place, recordCount: records.count - 1)
      }
    }
    let children = try index.organizations().entities.map(\.children)
    #expect(children == made.organizations.entities.map(\.children))
    #expect(children.contains { !$0.isEmpty })
    let series = try index.projects()
    #expect(
      records.indices.map { series.series(ofRecord: $0)?.id }
        == records.indices.map { made.projects.series(ofRecord: $0)?.id })
  }

  /// Two years that are far from each other as well, and where nothing is stored.
  @Test(arguments: [(2020, 2022), (2021, 2022), (2020, 2023), (1990, 2022)])
  func comparisonsOfTwoYearsTellTitles(years: (Int, Int)) throws {
    let folder = TemporaryFolder()
    let path = try Self.build(folder)
    let index = try CivicIndex(path: path)
    let made = try index.madeEntities()[0]
    let expected = YearComparison.between(
      years.0, years.1, facts: made.facts, catalog: made.projects
    ).map { $0.renamingIDs { made.projects[$0]?.title ?? "" } }
    #expect(packed(try index.titledComparisons(years)) == packed(expected))
    try FileManager.default.removeItem(atPath: StoredEntities.path(of: path))
    let other = try CivicIndex(path: path)
    #expect(packed(try other.titledComparisons(years)) == packed(expected))
  }

  @Test func comparisonsOfAllYearsTellTitles() throws {
    let folder = TemporaryFolder()
    let path = try Self.build(folder)
    let index = try CivicIndex(path: path)
    let made = try index.madeEntities()[0]
    let expected = made.comparisons.map { $0.renamingIDs { made.projects[$0]?.title ?? "" } }
    #expect(packed(try index.titledComparisons(nil)) == packed(expected))
    try FileManager.default.removeItem(atPath: StoredEntities.path(of: path))
    #expect(packed(try CivicIndex(path: path).titledComparisons(nil)) == packed(expected))
  }

  /// By their first letters, and none that does not fit.
  @Test func namesAreFoundByTheirBeginnings() throws {
    let folder = TemporaryFolder()
    let index = try CivicIndex(path: try Self.build(folder))
    let stored = try #require(StoredEntities(of: IndexReader(path: folder.path + "/index")))
    let names = Set(try index.madeEntities().flatMap(\.names))
    let session = try Analyzer(named: CivicSchema.analyzer).makeSession()
    var analyzed = AnalyzedText()
    var byFirst: [Unicode.Scalar: Set<String>] = [:]
    for name in names where name.utf8.count <= Suggester.longestOffer {
      try session.normalize(name, into: &analyzed)
      let first = String(decoding: analyzed.utf8, as: UTF8.self).unicodeScalars.first
      byFirst[try #require(first), default: []].insert(name)
    }
    for (first, expected) in byFirst {
      #expect(try Set(stored.names(beginningWith: [first]) { _ in true }) == expected)
    }
    #expect(try stored.names(beginningWith: Set(byFirst.keys)) { _ in false }.isEmpty)
  }

  /// What is kept of the times says of every period what the records say.
  @Test func timesSayWhatRecordsSay() throws {
    let folder = TemporaryFolder()
    let made = try CivicIndex(path: try Self.build(folder)).madeEntities()[0]
    let (facts, times) = (made.facts, made.times)
    let days = try DateExpression.span(since: "令和2年10月", until: "2021-03-15")
    let since = try DateExpression.span(since: "2023-10", until: nil)
    let years = [nil, YearSpan.fiscal(2021), YearSpan(year: 2022), YearSpan(year: 2030)]
    for years in years {
      for days in [nil, days, since] {
        let period = CivicPeriod(years: years, days: days)
        #expect(period.areHeld(times) == facts.map(period.holds), "\(period)")
      }
    }
    for (record, fact) in facts.enumerated() {
      #expect(times.fiscalYear(of: record) == fact.fiscalYear)
      #expect(times.participants(of: record) == fact.participants)
    }
  }

  @Test(arguments: CatalogKind.allCases) func listsAsJSONAreAsTheyAreEncoded(kind: CatalogKind)
    throws
  {
    let folder = TemporaryFolder()
    let answer = try CivicIndex(path: try Self.build(folder)).catalog(kind)
    let encoded = try JSONText.line(answer)
    var written = ""
    try answer.writeJSON(Array(answer.entries.indices)) { written += $0 }
    #expect(!answer.entries.isEmpty && written == encoded)
  }

  /// A writer would remove what is there of another index.
  @Test func aLinkIsNotWrittenThrough() throws {
    let (folder, other) = (TemporaryFolder(), TemporaryFolder())
    let path = folder.path + "/index"
    let files = FileManager.default
    let precious = try StoredEntities.path(of: Self.build(other))
    let before = try files.contentsOfDirectory(atPath: precious).sorted()
    try files.createDirectory(atPath: path, withIntermediateDirectories: true)
    try files.createSymbolicLink(
      atPath: StoredEntities.path(of: path), withDestinationPath: precious)
    let report = CivicIndexBuilder.File(path: "a.md", bytes: Array("# 報告\n\n町内会の清掃\n".utf8))
    let summary = try CivicIndexBuilder(path: path).build([report], of: SourcePaths(["a.md"]))
    #expect(
      summary.warnings.contains { $0.hasPrefix("'\(path)/entities' could not be written (") })
    #expect(try files.contentsOfDirectory(atPath: precious).sorted() == before)
    #expect(IndexCheck.run(path: precious).isSound)
  }

  @Test func answersAreTheSameWithout() throws {
    let folder = TemporaryFolder()
    let path = try Self.build(folder)
    let expected = try answers(path)
    let entities = StoredEntities.path(of: path)
    // Of another commit.
    let other = try IndexWriter(
      replacing: entities, schema: Schema([.keyword("kind", stored: false), .stored("stored")]))
    try other.commit(payload: [1])
    #expect(try answers(path) == expected)
    try FileManager.default.removeItem(atPath: entities)
    #expect(try answers(path) == expected)
  }

  private func answers(_ path: String) throws -> [String] {
    let index = try CivicIndex(path: path)
    let request = {
      var request = CivicRequest()
      request.query = "講座"
      request.period = CivicPeriod(
        days: try DateExpression.span(since: "令和2年10月", until: "2021-03-15"))
      return request
    }
    return try [
      "\(index.organization("社協"))", "\(index.project("まちかどミーティング"))",
      "\(index.department("生涯学習課"))", "\(index.partners(of: "苫小牧商工会議所"))",
      "\(index.years())", "\(index.catalog(.projects))",
      "\(index.search(request()).hits.map(\.entry.id))",
    ]
  }

  /// In any order, with one twice; none of those where one is not there.
  @Test func manyRowsAreReadAsOneByOne() throws {
    let folder = TemporaryFolder()
    let index = try CivicIndex(path: try Self.build(folder))
    let numbers = Array(0..<(try index.recordCount())).shuffled()
    let all = try numbers.map { try index.reference($0) }
    let rows = try PackedRows(all)
    let places = Array(all.indices).reversed() + [0]
    #expect(packed(try rows.rows(places)) == packed(places.map { all[$0] }))
    #expect(throws: PackedError.self) { try rows.rows([0, all.count]) }
    #expect(packed(try index.references(numbers + numbers)) == packed(all + all))
  }

  /// As any other encoder is given its members.
  @Test func referencesWriteTheirMembers() throws {
    let folder = TemporaryFolder()
    let index = try CivicIndex(path: try Self.build(folder))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var reference = try index.reference(0)
    (reference.role, reference.spelling, reference.city) = (.host, "会", "市")
    (reference.sheet, reference.page, reference.section) = ("表", 2, "節")
    (reference.number, reference.subItem, reference.policy) = (-3, "細目", "政策")
    (reference.pledge, reference.measure, reference.approximate) = (4, 5, true)
    for one in [reference] + (try (0..<index.recordCount()).map { try index.reference($0) }) {
      let expected = String(decoding: try encoder.encode(one), as: UTF8.self)
      #expect(try JSONText.line(one) == expected)
    }
    let catalog = try index.catalog(.projects)
    for one in catalog.entries {
      let expected = String(decoding: try encoder.encode(one), as: UTF8.self)
      #expect(try JSONText.line(one) == expected)
    }
  }

  @Test func packedValuesRoundTrip() throws {
    var random = SplitMix(seed: 20_261_128)
    for _ in 0..<200 {
      let numbers = (0..<Int.random(in: 0..<9, using: &random)).map { _ in
        Bool.random(using: &random)
          ? Int.random(in: .min ... .max, using: &random) : nil
      }
      // Two normal forms of one text stay two.
      let texts = ["\u{304C}", "\u{304B}\u{3099}", "", "x"].shuffled(using: &random)
      var writer = PackedWriter()
      writer.write(numbers, texts, numbers.count % 2 == 0)
      var reader = try PackedReader(writer.bytes)
      #expect(try reader.read([Int?].self) == numbers)
      #expect(try reader.read([String].self).map { Array($0.utf8) } == texts.map { Array($0.utf8) })
      #expect(try reader.read(Bool.self) == (numbers.count % 2 == 0))
    }
  }

  /// Whatever the bytes are, they are read or refused.
  @Test func changedBytesAreReadOrRefused() throws {
    let folder = TemporaryFolder()
    let index = try CivicIndex(path: try Self.build(folder))
    let bytes = packed(try index.organizations())
    var random = SplitMix(seed: 20_261_129)
    var refused = 0
    for _ in 0..<300 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: changed.indices, using: &random)
        changed[place] = UInt8.random(in: 0...255, using: &random)
      }
      do {
        var reader = try PackedReader(changed)
        let registry = try reader.read(OrganizationRegistry.self)
        _ = registry.find("社協").map { registry.mentions(of: $0.entity.id, withChildren: true) }
      } catch {
        refused += 1
      }
    }
    #expect(refused > 10 && refused < 300)
  }
}
