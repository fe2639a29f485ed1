import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import HaskapServer

/// What is asked for by another name, and what is there no longer.
@Suite("Names") struct NameTests {
  private func ask(
    _ titles: [String] = [], host: String? = nil,
    _ questions: @Sendable (any TestClientProtocol) async throws -> Void
  ) async throws {
    let index = try ReportsIndex(titles, host: host)
    defer { index.remove() }
    try await index.server().application().test(.router, questions)
  }

  @Test func otherNamesLeadToTheAddressThatLasts() async throws {
    try await ask { client in
      for (path, name, own) in [
        ("organizations/", "NPO法人 清流の会", "清流の会"), ("projects/", "港まつり ", "港まつり"),
        ("departments/", "観光課 ", "観光課"),
      ] {
        for start in ["/", "/api/v1/"] {
          let other = try await client.get(start + path + Escaping.segment(name) + "?lang=en")
          #expect(other.status == .movedPermanently, "\(name)")
          let place = try #require(other.headers[.location])
          #expect(place == start + path + Escaping.segment(own) + "?lang=en")
          #expect(try await client.get(place).status == .ok)
        }
      }
      for path in ["/organizations/x", "/projects/x", "/departments/x", "/records/x"] {
        #expect(try await client.get(path).status == .notFound)
      }
    }
  }

  /// A page that is not there has no address to keep.
  @Test func whatIsNotThereHasNoAddress() async throws {
    try await ask { client in
      let page = try await client.get("/records/a%2F9").text
      #expect(page.contains("索引に「a/9」はないか、もうありません"))
      #expect(page.contains("noindex") && !page.contains("canonical") && !page.contains("og:url"))
      #expect(try await client.get("/records/a%2F1").text.contains("rel=\"canonical\""))
    }
  }

  /// A list tells as many records of a body as its page has.
  @Test func listsCountWhatPagesShow() async throws {
    try await ask(["清流の会の歩み"], host: "みなと振興会") { client in
      let all = try JSONDecoder().decode(
        Named.self, from: Data(try await client.get("/api/v1/organizations").text.utf8))
      let table = try await client.get("/organizations").text
      #expect(all.items.count == 2)
      for body in all.items {
        let path = "/organizations/" + Escaping.segment(body.id)
        let own = try JSONDecoder().decode(
          Body.self, from: Data(try await client.get("/api/v1" + path).text.utf8))
        #expect(body.records == own.activities.count, "\(body.id)")
        let row = "<a href=\"\(path)\">\(own.name)</a></th><td class=\"number\">\(body.records)<"
        #expect(table.contains(row), "\(body.id)")
      }
      #expect(all.items.contains { $0.id == "清流の会" && $0.records == 2 })
    }
  }

  private struct Named: Decodable {
    struct Item: Decodable {
      var id: String
      var records: Int
    }
    var items: [Item]
  }

  private struct Body: Decodable {
    struct Activity: Decodable {}
    var name: String
    var activities: [Activity]
  }

  @Test func aYearIsTheSameForProgramsAndSpreadsheets() async throws {
    try await ask { client in
      let page = try await client.get("/years/2023").text
      let data = try await client.get("/api/v1/years/2023").text
      let table = try await client.get("/api/v1/years/2023?format=csv").text
      for name in ["港まつり", "公園の清掃"] {
        #expect(page.contains(name) && data.contains(name) && table.contains(",\(name),"))
      }
      #expect(data.contains("\"id\":\"b\\/2\"") || data.contains("\"id\":\"b/2\""))
      #expect(table.contains("count,共催,,rows,,2,"), "\(table)")
      #expect(table.contains("change,共催,2020,new,公園の清掃,"), "\(table)")
    }
  }

  /// On a page in English what the reports say is marked as Japanese, and nothing else.
  @Test func pagesTellWhatIsInAnotherLanguage() async throws {
    try await ask { client in
      let page = try await client.get("/projects/" + Escaping.segment("港まつり") + "?lang=en").text
      #expect(page.contains("<h1 lang=\"ja\">港まつり</h1>") && page.contains("1,200 people"))
      #expect(!page.contains("人<") && !page.contains("（"))
      let list = try await client.get("/projects?lang=en").text
      #expect(list.contains("<h1>Projects</h1>") && list.contains("<caption>Projects"))
      #expect(list.contains("<th scope=\"row\" lang=\"ja\">"))
      for (language, sentence) in [("ja", "limitは1から100までの整数です"), ("en", "takes whole numbers")] {
        let page = try await client.get("/search?limit=x&lang=\(language)").text
        #expect(page.contains(sentence))
      }
    }
  }
}
