import Testing

@testable import HaskapServer

@Suite("Addresses") struct AddressTests {
  static let hostile = [
    "清流の会", "a/b", "a/b#2", "a?b", "100%", "..", ".", "a b+c", "<script>", "\u{0}\n", "é",
    "page/2", String(repeating: "長い名前", count: 80),
  ]

  @Test(arguments: hostile) func aPathLeadsBackToItsPlace(_ name: String) {
    let places: [Address] = [
      .record(name), .organization(name), .project(name), .department(name), .document(name),
    ]
    for place in places where place != .organization("page/2") && !name.hasPrefix("page/") {
      #expect(Address(segments: place.path.split(separator: "/")) == place)
    }
  }

  @Test func everyOtherPlaceHasAPath() {
    let places: [Address] =
      [.home, .search, .about, .year(2020), .documents(page: 1), .documents(page: 3)]
      + Address.Listing.allCases.flatMap { [.list($0), .list($0, page: 3)] }
    for place in places {
      #expect(Address(segments: place.path.split(separator: "/")) == place)
    }
  }

  @Test(arguments: ["nowhere", "years/abc", "years/02020", "records/%FF", "records/%4", "about/x"])
  func otherPathsLeadNowhere(_ path: String) {
    #expect(Address(segments: path.split(separator: "/")) == nil)
  }

  /// Files of pages stay in their folder, each page has its own, and no name is too long.
  @Test func filesAreHarmless() {
    let names =
      Self.hostile + [
        "a_b", "A/../../etc", "\u{0}\u{1}", String(repeating: "長い名前", count: 81),
      ]
    let files = names.map { StaticName.file(of: .project($0), ending: "html") }
    #expect(Set(files).count == names.count)
    for file in files {
      let parts = file.split(separator: "/", omittingEmptySubsequences: false)
      #expect(parts.count == 2 && parts[0] == "projects")
      #expect(parts[1].utf8.count <= 255 && !parts[1].hasPrefix("."))
    }
  }

  @Test(arguments: [nil, Language.en])
  func linksOfASearchDifferInOneValue(_ language: Language?) throws {
    let items = try QueryItems("q=a%26b+%E6%B8%85%E6%8E%83&year=2023&sort=year&page=2")
    let input = try SearchInput(items, SearchInput.reportNames)
    let links = Links(site: "", language: language)
    let search = SearchLinks(input, links)
    func with(_ name: String, _ value: String?) -> [(name: String, value: String)] {
      input.names.compactMap { one in (one == name ? value : input[one]).map { (one, $0) } }
    }
    for (name, value) in [
      ("year", nil), ("year", "2020"), ("department", "課 & 係"), ("q", "a+b"), ("form", ""),
    ] {
      #expect(search.with(name, value) == links.to(.search, with(name, value)))
    }
    #expect(search.page(1) == links.to(.search, input.values))
    #expect(search.page(3) == links.to(.search, input.values + [("page", "3")]))
    #expect(links.to(.search, input.ofPage) == links.to(.search, input.values + [("offset", "10")]))
  }

  @Test func queriesAreTakenApart() throws {
    let items = try QueryItems("q=%E6%B8%85+%E6%8E%83&empty=&x")
    #expect(items["q"] == "清 掃")
    #expect(items["empty"] == nil && items["x"] == nil)
    for query in ["q=%FF", "q=1&q=2", "%71=1&q="] {
      #expect(throws: Refusal.self) { try QueryItems(query) }
    }
  }

  @Test(arguments: [
    ("", Language.ja), ("en", .en), ("en-US,en;q=0.9,ja;q=0.8", .en), ("ja,en;q=0.5", .ja),
    ("fr, *;q=0.1", .ja), ("en;q=0", .ja), (";;,=", .ja),
  ]) func languagesAreChosen(_ header: String, _ language: Language) {
    #expect(Language(accepted: header) == language)
  }
}
