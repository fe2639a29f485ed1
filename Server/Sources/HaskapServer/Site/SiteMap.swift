import HaskapCivic

/// What tells search machines of the pages, and browsers of the search.
struct SiteMap {
  let links: Links

  /// How many a file may list (sitemaps.org, protocol 0.9).
  private static let most = 50_000

  /// All pages of reports, in the order in which readers meet them.
  static func addresses(of snapshot: ReportSnapshot) throws -> [Address] {
    let index = snapshot.index
    let lists = try Address.Listing.allCases.flatMap { listing in
      (1...(try PageMaker.pageCount(of: listing, in: snapshot))).map {
        Address.list(listing, page: $0)
      }
    }
    let years = snapshot.years.years.compactMap { $0.fiscalYear.map(Address.year) }
    let projects = try index.projects().series.map { Address.project($0.id) }
    let bodies = try index.organizations().entities.map { Address.organization($0.id) }
    let departments = try index.departments().departments.map { Address.department($0.id) }
    let records = try index.records().compactMap { $0.id.map(Address.record) }
    return [.home, .about] + lists + years + projects + bodies + departments + records
  }

  /// The pages that lead to all documents; a machine that reads these finds them.
  static func addresses(of snapshot: DocumentSnapshot) -> [Address] {
    [.home, .about] + (1...snapshot.pageCount).map { .documents(page: $0) }
  }

  func xml(_ addresses: [Address]) -> String {
    let entries = addresses.prefix(Self.most).map { address in
      "<url><loc>\(PageText().escapeText(links.canonical(address)))</loc></url>\n"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \(entries.joined())</urlset>

      """
  }

  /// What machines shall leave alone (RFC 9309): searches, which have no end.
  var robots: String {
    """
    User-agent: *
    Disallow: /search
    Disallow: /api/
    Disallow: /files/
    Sitemap: \(links.site)/sitemap.xml

    """
  }

  /// By which a browser offers the search in its own box (OpenSearch 1.1).
  func openSearch(_ wording: Wording) -> String {
    let site = PageText().escapeText(links.site)
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
      <ShortName>\(PageText().escapeText(wording["site.short"]))</ShortName>
      <Description>\(PageText().escapeText(wording["homeLead"]))</Description>
      <InputEncoding>UTF-8</InputEncoding>
      <Image width="16" height="16" type="image/svg+xml">\(site)/icon.svg</Image>
      <Url type="text/html" template="\(site)/search?q={searchTerms}"/>
      </OpenSearchDescription>

      """
  }
}
