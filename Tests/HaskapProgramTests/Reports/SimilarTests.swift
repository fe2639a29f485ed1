import Foundation
import Testing

/// What is most like a record.
@Suite struct SimilarTests {
  @Test(arguments: Questions.corpora) func theSameProjectOfAnotherYear(
    _ reports: Questions.Reports
  ) throws {
    let project = try reports.ask(["search", "name:まちかどミーティング year:R2", "--type", "project"])
    let id = try #require(project.hits.first?["id"] as? String)
    let answer = try reports.ask(["similar", id])
    #expect(answer.places.first == "2023:8")
    #expect(!answer.hits.contains { $0["id"] as? String == id })
    #expect(answer.types.allSatisfy { $0 == "project" })
    let words = answer.object["words"] as? [String] ?? []
    for hit in answer.hits {
      let shared = hit["shared"] as? [String] ?? []
      #expect(!shared.isEmpty && Set(shared).isSubset(of: words))
      #expect(hit["match"] as? String == "similar")
    }
    let next = try reports.ask(["similar", id, "--limit", "3", "--offset", "2"])
    #expect(next.places == Array(answer.places.dropFirst(2).prefix(3)))
    #expect(try reports.program.run("similar", id).output.contains("共通の語: "))
  }

  @Test(arguments: Questions.corpora) func organizations(_ reports: Questions.Reports) throws {
    let bands = try reports.ask(["search", "吹奏楽連盟", "--type", "organization"])
    let id = try #require(bands.hits.first?["id"] as? String)
    let answer = try reports.ask(["similar", id])
    #expect(answer.types.allSatisfy { $0 == "organization" } && !answer.hits.isEmpty)
    #expect(answer.names.prefix(4).contains { $0.contains("吹奏楽") })
  }

  @Test func documents() throws {
    let program = try GenericFixture.indexed()
    let answer = try program.run("similar", "b1", "--index", "ix", "--json").object()
    let hits = try #require(answer["hits"] as? [[String: Any]])
    let ids = hits.compactMap { ($0["document"] as? [String: Any])?["id"] as? String }
    #expect(ids.first == "b2" && !ids.contains("b1"))
    #expect((hits.first?["shared"] as? [String])?.contains("町内") == true)
    for page in [["--limit", "0"], ["--offset", "500"]] {
      let none = try program.run("similar", "b1", "--index", "ix", page[0], page[1])
      let total = try #require(answer["total"] as? Int)
      #expect(none.status == 0 && none.output == "似たもの\(total)件中 0件\n")
    }
    let unknown = try program.run("similar", "b9", "--index", "ix")
    #expect(unknown.status == 1 && GenericProgram.isOneSentence(unknown.errors))
  }
}
