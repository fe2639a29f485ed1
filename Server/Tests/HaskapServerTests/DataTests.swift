import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import HaskapServer

@Suite("Data") struct DataTests {
  private typealias Object = [String: Any]

  @Test func programsAreAnswered() async throws {
    let index = try ReportsIndex()
    defer { index.remove() }
    try await index.server().application().test(.router) { client in
      let found = try await client.object("/search?q=%E6%B8%85%E6%8E%83")
      #expect(found["total"] as? Int == 2)
      let hits = try #require(found["hits"] as? [Object])
      for hit in hits where hit["type"] as? String != "organization" {
        let id = try #require(hit["id"] as? String)
        let record = try await client.object("/records/" + Escaping.segment(id))
        #expect(record["id"] as? String == id)
      }
      for list in ["organizations", "projects", "departments"] {
        let all = try await client.object("/\(list)")
        let items = try #require(all["items"] as? [Object])
        #expect(!items.isEmpty && all["total"] as? Int == items.count)
        for item in items {
          let id = try #require(item["id"] as? String)
          let one = try await client.object("/\(list)/" + Escaping.segment(id))
          #expect((one["name"] ?? one["title"]) as? String == item["name"] as? String)
        }
        #expect(try await client.object("/\(list)?limit=1")["items"] as? [Object] != nil)
      }
      #expect(try await client.object("/years/2023")["fiscalYear"] as? Int == 2023)
      let explained = try await client.object("/explain?q=%E6%B8%85%E6%8E%83")
      let first = try #require((explained["hits"] as? [Object])?.first)
      let explanation = try #require(first["explanation"] as? Object)
      #expect(explanation["score"] is Double)
      #expect((explanation["parts"] as? [Object])?.isEmpty == false)
    }
  }

  @Test func numbersStayAboutRight() async throws {
    let index = try ReportsIndex()
    defer { index.remove() }
    try await index.server().application().test(.router) { client in
      let body = try await client.object("/organizations/" + Escaping.segment("清流の会"))
      let activity = try #require((body["activities"] as? [Object])?.first)
      #expect(activity["participants"] as? Int == 30 && activity["approximate"] as? Bool == true)
      let year = try await client.object("/years/2023")
      #expect((year["total"] as? Object)?["approximate"] as? Bool == true)
      for (path, row) in [
        ("/search?q=%E6%B8%85%E6%8E%83&", ",30,true,"), ("/years?", ",1530,true,"),
        ("/projects/" + Escaping.segment("公園の清掃") + "?", ",30,人,true,,30,true,"),
        ("/organizations/" + Escaping.segment("清流の会") + "?", ",30,true,"),
      ] {
        let table = try await client.get("/api/v1\(path)format=csv").text
        #expect(table.contains(row), "\(table)")
      }
    }
  }

  @Test func noFolderOfTheMachineIsTold() async throws {
    let index = try ReportsIndex()
    defer { index.remove() }
    try await index.server().application().test(.router) { client in
      for path in [
        "/search", "/search?format=csv", "/about", "/projects/" + Escaping.segment("港まつり"),
      ] {
        let answer = try await client.get("/api/v1" + path).text
        #expect(answer.contains("records.jsonl") && !answer.contains(index.folder.path), "\(path)")
      }
    }
  }

  @Test func beginningsAreCompletedAndLikesAreFound() async throws {
    let index = try ReportsIndex()
    defer { index.remove() }
    try await index.server().application().test(.router) { client in
      let completed = try await client.object("/suggest?q=" + Escaping.segment("港"))
      let texts = (completed["suggestions"] as? [Object] ?? []).compactMap { $0["text"] as? String }
      #expect(texts.contains("港まつり"))
      let like = try await client.object("/similar?id=a%2F1")
      #expect((like["hits"] as? [Object])?.first?["id"] as? String == "b/1")
    }
  }

  /// Each path of the document is answered, and each answer's path is in the document.
  @Test func theDocumentTellsWhatThereIs() async throws {
    let index = try ReportsIndex()
    defer { index.remove() }
    try await index.server().application().test(.router) { client in
      let document = try await client.object("/openapi.json")
      #expect(document["openapi"] as? String == "3.1.0")
      let paths = try #require(document["paths"] as? Object)
      let examples = ["{id}": Escaping.segment("港まつり"), "{year}": "2023"]
      for path in paths.keys {
        var filled = examples.reduce(path) { $0.replacing($1.key, with: $1.value) }
        filled = filled.replacing(
          "organizations/" + Escaping.segment("港まつり"),
          with: "organizations/" + Escaping.segment("清流の会"))
        filled = filled.replacing(
          "departments/" + Escaping.segment("港まつり"), with: "departments/" + Escaping.segment("観光課"))
        if path.hasPrefix("/records") { continue }
        if path == "/suggest" { filled += "?q=" + Escaping.segment("港") }
        if path == "/similar" { filled += "?id=a%2F1" }
        #expect(try await client.get("/api/v1" + filled).status == .ok, "\(path)")
      }
    }
  }
}

extension TestClientProtocol {
  fileprivate func object(_ path: String) async throws -> [String: Any] {
    let response = try await get("/api/v1" + path)
    #expect(response.status == .ok, "\(path)")
    let data = Data(response.text.utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }
}
