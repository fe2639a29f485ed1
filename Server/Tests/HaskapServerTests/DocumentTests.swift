import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import HaskapServer

@Suite("Documents") struct DocumentTests {
  private func ask(
    _ titles: [String] = [], _ questions: @Sendable (any TestClientProtocol) async throws -> Void
  ) async throws {
    let index = try DocumentsIndex(titles)
    defer { index.remove() }
    try await index.server().application().test(.router, questions)
  }

  @Test func documentsAreFoundNarrowedAndShown() async throws {
    try await ask { client in
      let port = Escaping.segment("港")
      let found = try await client.get("/search?q=\(port)").text
      #expect(found.contains("<mark>港</mark>") && found.contains("/documents/a%2F1"))
      #expect(!found.contains("/documents/b%2F1"))
      let author = "in.author=" + Escaping.segment("佐藤一郎")
      #expect(try await client.get("/search").text.contains(author))
      let narrowed = try await client.get("/search?" + author).text
      #expect(narrowed.contains("/documents/b%2F1") && !narrowed.contains("/documents/a%2F1"))
      let newest = try await client.get("/search?sort=year:desc").text
      let first = try #require(newest.firstMatch(of: #/\/documents\/(\w)%2F/#))
      #expect(first.1 == "b")
      let page = try await client.get("/documents/a%2F1").text
      #expect(page.contains("夜の港は静かだ。") && page.contains("/documents/a%2F2"))
    }
  }

  @Test func shardsAreShownAsOne() async throws {
    let index = try DocumentsIndex()
    defer { index.remove() }
    try await index.sharded().application().test(.router) { client in
      let found = try await client.get("/search?q=\(Escaping.segment("港"))").text
      for key in ["a%2F1", "a%2F2", "z%2F9"] { #expect(found.contains("/documents/\(key)")) }
      #expect(try await client.get("/documents/z%2F9").text.contains("沖に港はない。"))
      #expect(try await client.get("/api/v1/about").text.contains("\"documents\":4"))
    }
  }

  @Test func filesHaveAPageForEachDocument() throws {
    let index = try DocumentsIndex(["<b>a&b</b> 'd'", "100% a/b?c#d"])
    defer { index.remove() }
    let out = index.folder.appending(path: "out")
    let writer = try SiteWriter(
      index: index.folder.appending(path: "index").path, url: nil, inEnglish: false)
    #expect(try writer.write(to: out.path) == 8)
    let home = try String(contentsOf: out.appending(path: "index.html"), encoding: .utf8)
    let links = home.matches(of: #/href="([^"#]+)"/#).map { String($0.1) }
    #expect(links.count { $0.hasPrefix("documents/") } == 5)
    for link in links {
      let path = try #require(link.removingPercentEncoding)
      let bytes = try Data(contentsOf: out.appending(path: path))
      #expect(!String(decoding: bytes, as: UTF8.self).contains("<b>"), "\(path)")
    }
    #expect(!home.contains("<form"))
  }

  @Test func eachLinkOfAPageLeadsSomewhere() async throws {
    try await ask(["<b>a&b</b> 'd'", "100% a/b?c#d", "x\"y"]) { client in
      var known: Set<String> = ["/", "/search"]
      var waiting = Array(known)
      while let path = waiting.popLast() {
        let page = try await client.get(path)
        #expect(page.status == .ok, "\(path)")
        if !path.hasPrefix("/api/") { #expect(!page.text.contains("<b>"), "\(path)") }
        #expect(!page.text.contains("{{") && !page.text.contains("Optional("))
        for link in page.links where known.insert(link).inserted { waiting.append(link) }
      }
      #expect(known.count > 20)
    }
  }

  @Test func programsAreAnswered() async throws {
    try await ask { client in
      let port = Escaping.segment("港")
      for (path, piece) in [
        ("/search?q=\(port)", "\"total\":2"), ("/explain?q=\(port)", "\"explanation\""),
        ("/suggest?q=\(port)", "港の朝"), ("/similar?id=a/1", "港の朝"),
        ("/documents/a/1", "夜の港は静かだ。"), ("/about", "\"documents\":3"),
        ("/openapi.json", "/documents/{id}"), ("/search?q=\(port)&filter=year:1951", "\"total\":1"),
      ] {
        let answer = try await client.get("/api/v1" + path)
        #expect(answer.status == .ok && answer.text.contains(piece), "\(path) \(answer.text)")
        #expect(!answer.text.contains("haskap-"), "\(path) tells folders of this machine")
      }
      for (path, status) in [
        ("/documents/none", 404), ("/similar?id=none", 404), ("/similar", 400), ("/suggest", 400),
        ("/search?sort=none", 400), ("/search?format=csv", 400), ("/search?filter=year:x", 400),
        ("/search?limit=%20", 400),
        ("/organizations", 404),
      ] {
        #expect(try await client.get("/api/v1" + path).status.code == status, "\(path)")
      }
    }
  }
}
