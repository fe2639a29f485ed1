/// Lays pages out: what all pages of a site have in common.
struct PageLayout {
  let wording: Wording
  let links: Links
  let templates: Templates
  let subject: Subject

  /// The whole of a page in HTML.
  func html(_ page: Page) throws -> String {
    let fields = page.fields.with([
      "title": page.title, "isJapanese": page.title.isJapanese,
    ])
    let main = try templates.render(page.template, fields)
    return try templates.render("layout", try layout(page, main: main))
  }

  /// The same for a request that is refused.
  func html(_ refusal: Refusal) throws -> String {
    let page = Page(
      address: .home, title: wording["refusal.\(refusal.key)"], description: "",
      template: "refusal",
      fields: ["detail": refusal.detail.isEmpty ? false : wording.retold(refusal.detail)],
      formats: [], isIndexed: false, isRefusal: true)
    return try html(page)
  }

  private func layout(_ page: Page, main: String) throws -> Fields {
    [
      "lang": wording.language.rawValue, "main": main,
      "title": page.address == .home ? page.title : "\(page.title) – \(wording["site"])",
      "description": page.description,
      "canonical": page.isRefusal ? false : links.canonical(page.address, page.items),
      "linkedData": try page.linkedData?.embedded ?? false,
      "isIndexed": page.isIndexed, "home": links.to(.home), "search": links.to(.search),
      "hasSearch": !links.isStatic, "hasFeed": hasFeed, "feed": links.root + "feed.xml",
      "needsBox": page.template != "home" && page.template != "search",
      "box": links.root + "opensearch.xml", "style": links.root + "style.css",
      "icon": links.root + "icon.svg",
      "chosen": links.language?.rawValue ?? false,
      "places": places.map { place in
        [
          "href": links.to(place), "label": title(of: place), "isCurrent": place == page.address,
        ] as Fields
      },
      "languages": links.isStatic ? [Fields]() : languages(page),
      "data": page.formats.map { format in
        [
          "href": links.data(page.address, as: format, page.items),
          "label": format.rawValue.uppercased(), "type": format.mediaType,
        ] as Fields
      },
    ]
  }

  private var hasFeed: Bool { subject == .reports && !links.isStatic }

  private var places: [Address] {
    (subject == .reports
      ? Address.Listing.allCases.map { Address.list($0) } : [.documents(page: 1)]) + [.about]
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

  private func title(of place: Address) -> String {
    switch place {
    case .list(let listing, _): wording.label("list", listing)
    case .documents: wording["list.documents"]
    case .about: wording["about"]
    default: wording["site"]
    }
  }
}
