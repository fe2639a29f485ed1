import HaskapCivic

/// A page before it is laid out.
struct Page {
  var address: Address
  /// What is asked there and belongs to the address.
  var items: [(name: String, value: String)] = []
  var title: String
  var description: String
  var linkedData: LinkedData?
  var template = "article"
  var fields: Fields = [:]
  /// Whether the same is to be had as JSON and CSV.
  var hasData = true
  /// Whether search machines shall list it.
  var isIndexed = true
}

/// Makes the pages of one commit in one language.
struct PageMaker {
  let snapshot: Snapshot
  let wording: Wording
  let links: Links
  let templates: Templates

  var index: CivicIndex { snapshot.index }

  /// - Throws: `Refusal` where there is no such page or the question cannot be read; errors of the
  ///   index.
  func page(_ address: Address, _ items: QueryItems) throws -> Page {
    let page =
      switch address {
      case .home: try homePage()
      case .search: try searchPage(items)
      case .record(let id): try recordPage(id)
      case .organization(let id): try organizationPage(id)
      case .project(let id): try projectPage(id)
      case .department(let id): try departmentPage(id)
      case .year(let year): try yearPage(year)
      case .list(let listing, let number): try listPage(listing, number)
      case .about: try aboutPage()
      }
    guard let page else { throw Refusal.notFound }
    return page
  }

  /// The whole of a page in HTML.
  func html(_ page: Page) throws -> String {
    var fields = page.fields
    fields["w"] = wording.texts
    fields["title"] = page.title
    let main = try templates.render(page.template, fields)
    return try templates.render("layout", try layout(page, main: main))
  }

  /// The same for a request that is refused.
  func html(_ refusal: Refusal) throws -> String {
    let page = Page(
      address: .home, title: wording["refusal.\(refusal.key)"], description: "",
      template: "refusal", fields: ["detail": refusal.detail.isEmpty ? false : refusal.detail],
      hasData: false, isIndexed: false)
    return try html(page)
  }

  private func layout(_ page: Page, main: String) throws -> Fields {
    [
      "w": wording.texts, "lang": wording.language.rawValue, "main": main,
      "title": page.address == .home ? page.title : "\(page.title) – \(wording["site"])",
      "description": page.description, "canonical": links.canonical(page.address, page.items),
      "linkedData": try page.linkedData?.embedded ?? false,
      "isIndexed": page.isIndexed, "home": links.to(.home), "search": links.to(.search),
      "hasSearch": !links.isStatic,
      "needsBox": page.template != "home" && page.template != "search",
      "box": links.root + "opensearch.xml", "style": links.root + "style.css",
      "icon": links.root + "icon.svg",
      "chosen": links.language?.rawValue ?? false,
      "places": (Address.Listing.allCases.map { Address.list($0) } + [.about]).map { place in
        [
          "href": links.to(place), "label": title(of: place), "isCurrent": place == page.address,
        ] as Fields
      },
      "languages": links.isStatic ? [Fields]() : languages(page),
      "data": page.hasData
        ? DataFormat.allCases.map { format in
          [
            "href": links.data(page.address, as: format, page.items),
            "label": format.rawValue.uppercased(), "type": format.mediaType,
          ] as Fields
        } : [Fields](),
    ]
  }

  private func languages(_ page: Page) -> [Fields] {
    Language.allCases.filter { $0 != wording.language }.map { language in
      var links = links
      links.language = language
      return [
        "href": links.to(page.address, page.items), "lang": language.rawValue,
        "label": language == .ja ? "日本語" : "English",
      ]
    }
  }

  func title(of place: Address) -> String {
    switch place {
    case .list(let listing, _): wording.label("list", listing)
    case .about: wording["about"]
    default: wording["site"]
    }
  }
}
