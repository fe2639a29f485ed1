import Foundation
import Haskap
import HaskapDocuments
import HaskapTestSupport
import HaskapText
import Testing

@testable import HaskapCivic

/// What columns answer of the reports, against their records.
@Suite struct ColumnAnswersTests {
  private let folder = TemporaryFolder()
  private let index: CivicIndex

  init() throws {
    let corpus = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4)
      .joined(separator: "/").appending("/Corpus")
    let names = try FileManager.default.contentsOfDirectory(atPath: corpus).sorted()
    var files = try names.filter { $0.hasSuffix(".txt") }.map {
      CivicIndexBuilder.File(
        path: $0, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(corpus)/\($0)"))))
    }
    let long = Record(
      document: "long", layout: .table, line: 1,
      name: String(repeating: "とても長い名前の", count: 400))
    files.append(.init(path: "long.jsonl", bytes: Array((long.jsonLine + "\n").utf8)))
    _ = try CivicIndexBuilder(path: folder.path).build(files, of: SourcePaths(files.map(\.path)))
    index = try CivicIndex(path: folder.path)
  }

  private func request(
    _ query: String = "", _ period: CivicPeriod = CivicPeriod(), types: [CivicType] = []
  ) -> CivicRequest {
    var request = CivicRequest()
    (request.query, request.period, request.types, request.limit) = (query, period, types, .max)
    return request
  }

  /// Each document has its name in the column, unless that is too long for a keyword.
  @Test func labelsAreNames() throws {
    let labels = try ColumnReader(index.reader, field: CivicSchema.label)
    let all = try index.searcher.search(.everything, limit: .max)
    var (short, long) = (0, 0)
    for hit in all.hits {
      let name = try index.entry(hit).name
      let label = try labels.values(segment: hit.segment, document: Int(hit.document))
      #expect(label.map(\.text) == (NameLength.fits(name) ? [name] : []))
      if label.isEmpty { long += 1 } else { short += 1 }
    }
    #expect(short > 600 && long == 1)
  }

  @Test func answersSortedByNameAreSortedSo() throws {
    var request = request()
    let ranked = try index.search(request).hits.map(\.entry)
    request.sort = .name
    let sorted = try index.search(request).hits.map(\.entry)
    #expect(sorted.count > 500)
    #expect(sorted.map(\.id) == ranked.stableSorted { $0.name < $1.name }.map(\.id))
  }

  /// Whether the records name a body within a period; of fiscal years one of them lists it as well.
  private func wasActive(
    _ body: OrganizationEntity, in period: CivicPeriod, _ records: [Record]
  ) -> Bool {
    let told = body.listed.compactMap { records[$0.record].fiscalYear }
    let isListed = period.years.map { years in told.contains(where: years.contains) } ?? true
    return isListed && body.mentions.contains { period.contains(records[$0.record]) }
  }

  @Test(arguments: [
    CivicPeriod(years: .fiscal(2020)), CivicPeriod(years: YearSpan(year: 2022)),
    CivicPeriod(days: try? DateExpression.span(since: "令和2年10月", until: "2021-03-15")),
    CivicPeriod(years: .fiscal(1990)),
  ])
  func organizationsOfAPeriodAreThoseItsRecordsName(_ period: CivicPeriod) throws {
    let records = try index.records()
    let expected = try index.organizations().organizations
      .filter { wasActive($0, in: period, records) }.map { "organization:\($0.id)" }
    let found = try index.search(request("", period, types: [.organization])).hits
    #expect(found.map(\.entry.id).sorted() == expected.sorted())
    // With projects and activities among the answers it is the same.
    let all = try index.search(request("", period)).hits.filter { $0.entry.type == .organization }
    #expect(all.map(\.entry.id).sorted() == expected.sorted())
  }

  /// Who asks for projects alone gets those that stand among all answers.
  @Test(arguments: ["", "清掃", "社会福祉協議会"])
  func projectsOfAPeriodAreThoseAmongAllAnswers(_ word: String) throws {
    let period = CivicPeriod(years: .fiscal(2020))
    func ids(_ types: [CivicType]) throws -> [String] {
      try index.search(request(word, period, types: types)).hits.map(\.entry)
        .filter { $0.type == .project }.map(\.id)
    }
    let all = try ids([])
    #expect(try ids([.project]) == all)
    #expect(try ids([.project, .organization]) == all)
    #expect(!all.isEmpty)
  }

  /// Those that have the words, as a list of ids.
  private func matches(_ request: CivicRequest) throws -> Set<String> {
    Set(
      try index.search(request).hits.filter { $0.missing.isEmpty && $0.meanings.isEmpty }
        .map(\.entry.id))
  }

  /// With a word, it did that in the period, or is called so and did anything.
  @Test(arguments: ["コンサート", "社会福祉協議会", "まつり", "ボランティア", "美術"])
  func organizationsWithAWordDidItInThePeriod(_ word: String) throws {
    let period = CivicPeriod(years: .fiscal(2020))
    let records = try index.records()
    let projects = try matches(request(word, period, types: [.project]))
    let having = try matches(request(word, types: [.organization]))
    let named = try matches(request("name:\(word)", types: [.organization]))
    let expected = try index.organizations().organizations.filter { body in
      let id = "organization:\(body.id)"
      let own = body.mentions.map { records[$0.record] }.filter(period.contains)
      return having.contains(id) && wasActive(body, in: period, records)
        && (named.contains(id) || own.contains { projects.contains($0.id ?? "") })
    }.map { "organization:\($0.id)" }
    let found = try matches(request(word, period, types: [.organization]))
    #expect(found == Set(expected) && !found.isEmpty)
  }
}
