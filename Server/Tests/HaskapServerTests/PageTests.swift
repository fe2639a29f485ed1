import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import HaskapServer

@Suite("Pages") struct PageTests {
  /// Asks a server on an index with such titles beside the usual records.
  private func ask(
    _ titles: [String] = [], _ questions: @Sendable (any TestClientProtocol) async throws -> Void
  ) async throws {
    let index = try ReportsIndex(titles)
    defer { index.remove() }
    try await index.server().application().test(.router, questions)
  }

  @Test func everyKindOfPageIsThere() async throws {
    try await ask { client in
      for path in [
        "/", "/search?q=%E6%B8%85%E6%8E%83", "/search", "/organizations", "/projects",
        "/departments", "/years", "/years/2023", "/about",
        "/organizations/" + Escaping.segment("清流の会"),
        "/projects/" + Escaping.segment("港まつり"), "/departments/" + Escaping.segment("観光課"),
      ] {
        for language in ["ja", "en"] {
          let page = try await client.get(path, [.acceptLanguage: language])
          #expect(page.status == .ok, "\(path)")
          #expect(page.text.contains("<html lang=\"\(language)\">"))
          #expect(page.text.contains("<main id=\"main\""))
          #expect(!page.text.contains("{{") && !page.text.contains("Optional("))
        }
      }
    }
  }

  @Test func eachLinkOfAPageLeadsSomewhere() async throws {
    try await ask(["<b>a&b</b> \"c\"'d'", "100% a/b?c#d"]) { client in
      var known: Set<String> = ["/"]
      var waiting = ["/"]
      while let path = waiting.popLast() {
        let page = try await client.get(path)
        #expect(page.status == .ok, "\(path)")
        for link in page.links where known.insert(link).inserted { waiting.append(link) }
      }
      #expect(known.count > 30)
    }
  }

  @Test func answersAreMarkedAndNarrowed() async throws {
    try await ask { client in
      let page = try await client.get("/search?q=%E6%B8%85%E6%8E%83").text
      #expect(page.contains("<mark>清掃</mark>"))
      #expect(page.contains("year=2023"))
      let none = try await client.get("/search?q=%E6%B8%85%E6%8E%83&year=2020").text
      #expect(none.contains("条件に合うものはありません"))
    }
  }

  @Test func aProjectIsToldThroughTheYears() async throws {
    try await ask { client in
      let page = try await client.get("/projects/" + Escaping.segment("港まつり")).text
      #expect(page.contains("<svg") && page.contains("1,200人") && page.contains("+300（+25.0%）"))
    }
  }

  /// Where a report says about how many came, so does each page that tells how many.
  @Test func numbersStayAboutRight() async throws {
    try await ask { client in
      for path in [
        "/search?q=%E6%B8%85%E6%8E%83", "/records/b%2F2", "/projects", "/years/2023",
        "/projects/" + Escaping.segment("公園の清掃"),
        "/organizations/" + Escaping.segment("清流の会"),
        "/departments/" + Escaping.segment("観光課"),
      ] {
        let page = try await client.get(path).text
        #expect(page.contains("約30") && !page.contains(#/[^約\d,]30(人|<)/#), "\(path)")
      }
    }
  }

  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='alert(1)",
    "{{title}}{{{main}}}", "&lt;b&gt;", "javascript:alert(1)", "\u{202E}gnp",
  ]
  /// Harmless as text: they must only not be taken for more, in templates and links.
  static let plain: Set = ["{{title}}{{{main}}}", "javascript:alert(1)"]

  @Test(arguments: hostile) func whatIsAskedIsEscaped(_ text: String) async throws {
    try await ask { client in
      for name in ["q", "department", "year", "lang", "sort", "page"] {
        let page = try await client.get("/search?\(name)=" + Escaping.segment(text)).text
        if !Self.plain.contains(text) { #expect(!page.contains(text), "\(name)") }
        if Self.plain.contains(text), name == "q" { #expect(page.contains(text)) }
        #expect(!page.contains("href=\"javascript:"))
      }
    }
  }

  @Test func whatReportsSayIsEscaped() async throws {
    try await ask(Self.hostile) { client in
      for path in [
        "/projects", "/search", "/years/2023", "/departments/" + Escaping.segment("観光課"),
      ] {
        let page = try await client.get(path).text
        for text in Self.hostile.dropLast() where !Self.plain.contains(text) {
          #expect(!page.contains(text), "\(path) \(text)")
        }
        #expect(!page.contains("\u{202E}"))
      }
    }
  }

  @Test func headersKeepThePageToItself() async throws {
    try await ask { client in
      let page = try await client.get("/")
      #expect(page.headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true)
      #expect(page.headers[.xContentTypeOptions] == "nosniff")
      #expect(page.headers[.setCookie] == nil)
      #expect(
        page.text.matches(of: /<script(?! type="application.ld.json")/).isEmpty
          && !page.text.contains(" style="))
    }
  }

  @Test func whoHasThePageIsToldSo() async throws {
    try await ask { client in
      let tag = try #require(try await client.get("/years").headers[.eTag])
      let again = try await client.get("/years", [.ifNoneMatch: "\"x\", \(tag)"])
      #expect(again.status == .notModified && again.text.isEmpty)
      let weak = try await client.get("/about", [.ifNoneMatch: "W/\(tag)"])
      #expect(weak.status == .notModified)
      for known in ["*", tag] {
        let nothing = try await client.get("/nowhere", [.ifNoneMatch: known])
        #expect(nothing.status == .notFound)
      }
      let english = try await client.get("/years", [.ifNoneMatch: tag, .acceptLanguage: "en"])
      #expect(english.status == .ok)
    }
  }
}
