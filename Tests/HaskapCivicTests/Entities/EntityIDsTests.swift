import Haskap
import HaskapDocuments
import HaskapTestSupport
import HaskapText
import Testing

@testable import HaskapCivic

/// What cities call alike has an id in each, and each id gives what it stands for.
struct EntityIDsTests {
  private static func report(_ city: String, _ rows: [[String]]) -> CivicIndexBuilder.File {
    var lines = ["\(city) 協働事業実施状況（令和5年度）"]
    lines.append("No.\t事業名\t担当課\t協働の形態\t関係団体\t実施日\t参加人数")
    for (place, row) in rows.enumerated() {
      let cells = ["\(place + 1)"] + row.prefix(2) + ["共催", row[2], "令和5年6月\(place + 1)日"]
      lines.append((cells + ["\(10 + place)人"]).joined(separator: "\t"))
    }
    let name = city.isEmpty ? "memo" : city
    return .init(path: "\(name).txt", bytes: Array(lines.joined(separator: "\n").utf8))
  }

  private static let own = [
    ["夏祭り", "環境課", "本町町内会、共通商事株式会社"], ["防災訓練", "総務課", "東小学校"],
    ["夏祭り@浜里町", "環境課@浜里町", "花の会"], ["夏祭り＠中原市", "環境課＠中原市", "花の会"],
  ]

  private static func index(in folder: TemporaryFolder) throws -> CivicIndex {
    let files = ["中原市", "浜里町", ""].map { report($0, own) }
    let path = folder.path + "/index"
    _ = try CivicIndexBuilder(path: path).build(files, of: SourcePaths(files.map(\.path)))
    return try CivicIndex(path: path)
  }

  @Test func projectsAreEachCitysOwn() throws {
    let folder = TemporaryFolder()
    let index = try Self.index(in: folder)
    let series = try index.projects().series
    #expect(series.count >= 6)
    #expect(Set(series.map(\.id)).count == series.count, "\(series.map(\.id))")
    for one in series {
      let found = try #require(try index.project(id: one.id))
      #expect(found.title == one.title && found.city == one.city)
      let cities = try Set(one.records.map { try index.record($0).municipality })
      #expect(cities == [one.city])
    }
    for city in ["中原市", "浜里町"] {
      let answer = try index.project("\(city) 夏祭り").projects
      #expect(answer.map(\.city) == [city])
    }
  }

  /// A command asks each city by itself, whoever asks often all of them joined.
  @Test(arguments: [
    "夏祭り", "なつまつり", "防災", "防災訓練", "夏祭", "防災訓錬", "夏祭り@浜里町", "まつり", "ない",
  ])
  func whatANameMeansIsTheSameCityByCity(name: String) throws {
    let folder = TemporaryFolder()
    let index = try Self.index(in: folder)
    func told(_ answer: ProjectCatalog.Answer) -> [String] {
      switch answer {
      case .none: []
      case .one(let match): ["\(match)"]
      case .several(let matches): matches.map { "\($0)" }
      }
    }
    let apart = told(try index.projects(of: index.cities().all, called: name))
    #expect(told(try index.projects().resolve(name)) == apart)
  }

  @Test func listsOfAPeriodAreWhatItsRecordsTell() throws {
    let folder = TemporaryFolder()
    let index = try Self.index(in: folder)
    let records = try index.records()
    let period = CivicPeriod(
      days: try DateExpression.span(since: "2023-06-02", until: "2023-06-03"))
    let isWithin = records.map { period.contains($0) }
    #expect(isWithin.contains(true) && isWithin.contains(false))
    func expectSame(_ kind: CatalogKind, _ all: [(name: String, owner: String?, records: [Int])])
      throws
    {
      let expected = all.map { ($0.name, $0.owner, $0.records.filter { isWithin[$0] }) }
        .filter { !$0.2.isEmpty }
      let entries = try index.catalog(kind, period: period).entries
      #expect(entries.map(\.name) == expected.map(\.0))
      #expect(entries.map(\.owner) == expected.map(\.1))
      #expect(entries.map(\.records) == expected.map(\.2.count))
      let people = expected.map { $0.2.compactMap { records[$0].totalParticipants }.reduce(0, +) }
      #expect(entries.map { $0.participants ?? 0 } == people)
    }
    try expectSame(
      .organizations,
      index.organizations().organizations.map { ($0.name, nil, $0.listed.map(\.record)) })
    try expectSame(.projects, index.projects().series.map { ($0.title, $0.city, $0.records) })
    try expectSame(
      .departments, index.departments().departments.map { ($0.name, $0.owner, $0.records) })
  }

  @Test func departmentsAreEachCitysOwn() throws {
    let folder = TemporaryFolder()
    let index = try Self.index(in: folder)
    let departments = try index.departments().departments
    #expect(Set(departments.map(\.id)).count == departments.count, "\(departments.map(\.id))")
    for one in departments {
      let found = try #require(try index.department(id: one.id))
      #expect(found.name == one.name && found.owner == one.owner)
      #expect(found.projects.count == one.records.count)
    }
  }

  @Test func bodiesOfQuartersAreEachCitysOwnAndCompaniesAreNot() throws {
    let folder = TemporaryFolder()
    let index = try Self.index(in: folder)
    let bodies = try index.organizations().organizations
    #expect(Set(bodies.map(\.id)).count == bodies.count)
    for one in bodies {
      #expect(try index.organization(id: one.id)?.name == one.name)
      #expect(try index.entry(id: CivicEntry.organizationKey(one.id))?.name == one.name)
    }
    let cities = try bodies.map { body in
      try Set(body.mentions.map { try index.record($0.record).municipality ?? "" })
    }
    for (body, cities) in zip(bodies, cities) where body.id.hasSuffix("本町町内会") {
      #expect(cities.count == 1, "\(body.id) \(cities)")
    }
    #expect(zip(bodies, cities).contains { $0.id.contains("共通商事") && $1.count == 3 })
  }
}
