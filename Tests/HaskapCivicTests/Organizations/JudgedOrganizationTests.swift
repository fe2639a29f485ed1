import Foundation
import HaskapCivic
import Testing

/// The judged queries of `../shared/eval`: the answer is every record of grade 2 and 3.
@Suite(.enabled(if: SeedRecords.isAvailable, "../shared is absent"))
struct JudgedOrganizationTests {
  private struct Query: Decodable {
    var qid: String
    var query: String
    var type: String
    var relevant: [String: Int]
  }

  private static let queries: [Query] = {
    let path = SeedRecords.shared + "/eval/queries_dev.jsonl"
    let lines = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return lines.split(separator: "\n").compactMap {
      try? JSONDecoder().decode(Query.self, from: Data($0.utf8))
    }
  }()

  /// The `variant` queries that ask for an organization.
  private static let variants: Set<String> = ["q088", "q091", "q095"]

  @Test func answersAreComplete() throws {
    let seeds = try #require(SeedRecords.all)
    #expect(seeds.records.count == 317)
    let registry = OrganizationRegistry(records: seeds.records)
    let asked = Self.queries.filter { $0.type == "organization" || Self.variants.contains($0.qid) }
    #expect(asked.count == 13)
    for query in asked {
      guard case .one(let match) = registry.resolve(query.query) else {
        Issue.record(
          "\(query.query) is not one body: \(registry.find(query.query).map(\.entity.id))")
        continue
      }
      let found = registry.mentions(of: match.entity.id, withChildren: true)
      let expected = query.relevant.filter { $0.value >= 2 }.keys.sorted()
      #expect(found.map { seeds.ids[$0.record] }.sorted() == expected, "\(query.query)")
    }
  }
}
