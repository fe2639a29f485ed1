import HaskapCivic
import Testing

@Suite struct DepartmentRegistryTests {
  private static func record(
    _ departments: [String], layout: Record.Layout = .collaboration,
    hosts: [Record.OrganizationMention] = []
  ) -> Record {
    var record = Record(document: "a", layout: layout, line: 1, name: "事業")
    record.departments = departments
    record.organizations = hosts
    return record
  }

  private static let council = Record.OrganizationMention(
    name: "社会福祉法人苫小牧市社会福祉協議会", role: .host)

  private let registry = DepartmentRegistry(records: [
    record(["協働・男女平 等参画室"]), record(["協働・男女平等参画室"]), record(["協働･男女平等参画室", "総務課"]),
    record(["総務課"], layout: .council, hosts: [council]), record(["ゼロごみ推進課"]), record(["ゼロごみ推進室"]),
    record(["消防本部総務課"]), record(["テクノセンター"]), record(["まちづくり推進課"]),
    record(["総務企画課"], hosts: [.init(name: "青少年課長 高坂 博幸", kind: .person, role: .host)]),
  ])

  @Test func joinsSpellings() throws {
    let office = try #require(registry["協働男女平等参画室"])
    #expect(office.records == [0, 1, 2])
    #expect(office.spellings.map(\.count) == [1, 1, 1])
    #expect(!office.name.contains(" "))
  }

  @Test func theCityAndTheCouncilHaveDepartmentsOfOneName() {
    let found = registry.find("総務課").map(\.department)
    #expect(found.map(\.owner) == [nil, "苫小牧市社会福祉協議会"])
    #expect(found.map(\.records) == [[2], [3]])
  }

  @Test func officesAreNotSections() {
    #expect(registry.find("ゼロごみ推進課").map(\.department.records) == [[4]])
    #expect(registry.find("消防本部総務課").map(\.department.records) == [[6]])
  }

  @Test(arguments: [
    ("テクノ", "テクノセンター"), ("てくのせんたー", "テクノセンター"), ("まちづくり推進", "まちづくり推進課"),
    ("まちずくり推進課", "まちづくり推進課"), ("まちづくり推薦課", "まちづくり推進課"), ("共働・男女平等参画室", "協働男女平等参画室"),
    ("青少年課", "青少年課"),
  ])
  func findsHoweverSpelt(name: String, id: String) {
    #expect(registry.find(name).map(\.department.id) == [id])
  }

  @Test func offersCandidates() {
    #expect(registry.find("推進").count == 3)
    #expect(registry.find("税務課").isEmpty)
  }

  @Test(.enabled(if: SeedRecords.isAvailable, "../shared is absent"))
  func departmentsOfTheReports() throws {
    let seeds = try #require(SeedRecords.all)
    let registry = DepartmentRegistry(records: seeds.records)
    let learning = try #require(registry["生涯学習課"])
    // ① of both years: 3 and 1 rows; ② 4; ④: 2 and 46.
    #expect(learning.records.count == 3 + 1 + 4 + 2 + 46)
    let key = ["テクノセンター": 5 + 3 + 1 + 3, "中央図書館": 2 + 4, "ゼロごみ推進室": 1, "青少年課": 1 + 1 + 1 + 1]
    for (name, count) in key { #expect(registry[name]?.records.count == count, "\(name)") }
  }
}
