import Foundation
import HTTPTypes
import HummingbirdTesting
import Logging
import NIOCore
import Testing

@testable import HaskapServer

@Suite("Requests") struct RequestTests {
  @Test func whatIsNoQuestionIsRefused() async throws {
    let index = try ReportsIndex()
    defer { index.remove() }
    try await index.server().application().test(.router) { client in
      let long = String(repeating: "a", count: 301)
      for (path, status) in [
        ("/nowhere", 404), ("/records/none", 404), ("/years/1999", 404), ("/organizations/x", 404),
        ("/organizations/page/9", 404), ("/../../etc/passwd", 404), ("/records/%2e%2e%2fetc", 404),
        ("/records/%FF", 404), ("/search?q=%FF", 400), ("/search?q=\(long)", 400),
        ("/search?year=abc", 400), ("/search?page=0", 400),
        ("/search?page=99999999999999999999", 400), ("/search?page=9", 404),
        ("/search?type=cat", 400), ("/search?year=2020&year=2023", 400),
        ("/search?sort=up", 400), ("/search?form=zzz", 404), ("/search?since=2024&until=2023", 404),
        ("/" + String(repeating: "a", count: 9000), 414),
      ] {
        #expect(try await client.get(path).status.code == status, "\(path)")
        // A program that goes on behind the last answer gets none.
        guard path != "/search?page=9" else { continue }
        let data = try await client.get("/api/v1" + path)
        #expect(data.status.code == status, "\(path)")
        #expect(data.headers[.contentType] == "application/problem+json")
      }
      for method in [HTTPRequest.Method.post, .put, .delete, .options] {
        let response = try await client.execute(uri: "/", method: method)
        #expect(response.status == .methodNotAllowed && response.headers[.allow] == "GET, HEAD")
      }
    }
  }

  @Test func headersAloneAreSentForHEAD() async throws {
    let index = try ReportsIndex()
    defer { index.remove() }
    try await index.server().application().test(.live) { client in
      let whole = try await client.get("/about")
      let head = try await client.execute(uri: "/about", method: .head)
      #expect(head.status == .ok && head.body.readableBytes == 0)
      #expect(head.headers[.contentLength] == whole.headers[.contentLength])
      #expect(try await client.get("/favicon.ico").headers[.contentType] == "image/svg+xml")
      let huge = try await client.get("/", [.cookie: String(repeating: "a", count: 20_000)])
      #expect(huge.status.code >= 400)
    }
  }

  @Test func aNewCommitIsServedAndADamagedOneIsNot() async throws {
    let index = try ReportsIndex()
    defer { index.remove() }
    let server = try index.server()
    try await server.application().test(.router) { client in
      #expect(try await !client.get("/projects").text.contains("新しい行事"))
      try index.build(["新しい行事"])
      server.refresh()
      #expect(try await client.get("/projects").text.contains("新しい行事"))
      let manifest = URL(filePath: index.path).appending(path: "manifest")
      let whole = try Data(contentsOf: manifest)
      try Data(whole.map { $0 ^ 0x55 }).write(to: manifest)
      server.refresh()
      #expect(try await client.get("/projects").text.contains("新しい行事"))
      let health = try await client.get("/health")
      #expect(health.status == .ok && health.text.contains("\"stale\""))
      try whole.write(to: manifest)
      server.refresh()
      #expect(try await client.get("/health").text.contains("\"ok\""))
    }
  }

  @Test(arguments: [
    "postings", "positions", "terms", "boundaries", "documents", "columns", "norms",
  ])
  func aNewCommitWithADamagedFileIsNotServed(_ kind: String) async throws {
    let index = try ReportsIndex()
    defer { index.remove() }
    let server = try index.server()
    let place = URL(filePath: index.path)
    let old = Set(try FileManager.default.contentsOfDirectory(atPath: index.path))
    try await server.application().test(.router) { client in
      try index.build(["新しい行事"])
      let new = try FileManager.default.contentsOfDirectory(atPath: index.path).filter {
        !old.contains($0) && $0.hasSuffix(".\(kind)")
      }
      let file = place.appending(path: try #require(new.first))
      var bytes = try Data(contentsOf: file)
      bytes[bytes.count / 2] ^= 0x10
      try bytes.write(to: file)
      server.refresh()
      #expect(try await !client.get("/projects").text.contains("新しい行事"))
      let health = try await client.get("/health").text
      #expect(health.contains("\"stale\"") && health.contains(kind))
    }
  }

  @Test func damageOfTheCommitThatServesStaysTold() throws {
    let index = try ReportsIndex()
    defer { index.remove() }
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let keeper = try IndexKeeper(path: index.path, logger: logger)
    keeper.report(damage: "a block is damaged")
    keeper.refresh()
    #expect(keeper.current.failure == "a block is damaged")
    try index.build(["新しい行事"])
    keeper.refresh()
    #expect(keeper.current.failure == nil)
  }

  @Test func newsAreTold() async throws {
    let index = try ReportsIndex()
    defer { index.remove() }
    let server = try index.server()
    try await server.application().test(.router) { client in
      let first = try await client.get("/feed.xml")
      #expect(first.headers[.contentType] == "application/atom+xml")
      #expect(first.text.contains("<title>records.jsonl</title>"))
      try index.build(["<新しい行事>"])
      server.refresh()
      let second = try await client.get("/feed.xml").text
      #expect(second.contains("<title>&lt;新しい行事&gt;</title>"))
      #expect(!second.contains("<title>公園の清掃</title>"))
      try index.build([])
      server.refresh()
      #expect(try await !client.get("/feed.xml").text.contains("新しい行事"))
    }
  }

  @Test func questionsEndWhenTheirTimeIsOver() async throws {
    let index = try ReportsIndex()
    defer { index.remove() }
    try await index.server(timeLimit: .zero).application().test(.router) { client in
      #expect(try await client.get("/search?q=a").status == .serviceUnavailable)
      let answer = try await client.get("/api/v1/search?q=a")
      #expect(answer.status == .serviceUnavailable && answer.text.contains("allow more time"))
      #expect(try await client.get("/health").status == .ok)
    }
  }

  @Test func whatIsDoneIsCounted() async throws {
    let index = try ReportsIndex()
    defer { index.remove() }
    try await index.server().application().test(.router) { client in
      for path in ["/years", "/years", "/nowhere"] { _ = try await client.get(path) }
      let lines = try await client.get("/metrics").text.split(separator: "\n")
      for line in [
        "haskap_requests_total{status=\"200\"} 2", "haskap_requests_total{status=\"404\"} 1",
        "haskap_answers_from_memory_total 1", "haskap_request_seconds_count 3",
        "haskap_index_stale 0",
      ] { #expect(lines.contains(line[...]), "\(line)") }
    }
  }

  @Test(arguments: ["x.pdf", "..%2F..%2Fetc%2Fpasswd", "records.jsonl"])
  func onlyReportsAreGivenOut(_ name: String) async throws {
    let index = try ReportsIndex()
    defer { index.remove() }
    try await index.server().application().test(.router) { client in
      let answer = try await client.get("/files/" + name)
      #expect(answer.status == .notFound)
    }
  }

  @Test func withoutAnIndexThereIsAReason() throws {
    let index = try ReportsIndex()
    index.remove()
    #expect {
      try index.server()
    } throws: { error in
      "\(error)".contains("does not exist; build it with: haskap index")
    }
  }
}
