import HaskapCivic

/// Makes the pages of one commit of reports in one language.
struct PageMaker {
  let snapshot: ReportSnapshot
  let layout: PageLayout

  var index: CivicIndex { snapshot.index }
  var wording: Wording { layout.wording }
  var links: Links { layout.links }

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
      case .document, .documents: nil as Page?
      }
    guard let page else { throw Refusal.notFound }
    return page
  }
}
