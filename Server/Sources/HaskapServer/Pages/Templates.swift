import Mustache

/// The templates of the pages. Everything that they are given is escaped, but for the finished
/// main part that goes into the layout.
struct Templates: Sendable {
  private let library: MustacheLibrary
  /// Of the templates and the style: pages change with them.
  let fingerprint: String

  /// - Throws: errors of the templates' syntax.
  init() throws {
    MustacheContentTypes.register(PageText(), named: "PAGE")
    let files = [
      "layout": PackageResources.layout_mustache, "home": PackageResources.home_mustache,
      "search": PackageResources.search_mustache, "article": PackageResources.article_mustache,
      "refusal": PackageResources.refusal_mustache, "facts": PackageResources.facts_mustache,
      "table": PackageResources.table_mustache, "chart": PackageResources.chart_mustache,
      "paging": PackageResources.paging_mustache, "cell": PackageResources.cell_mustache,
      "title": PackageResources.title_mustache, "kind": PackageResources.kind_mustache,
      "details": PackageResources.details_mustache, "detail": PackageResources.detail_mustache,
    ]
    var library = MustacheLibrary()
    for (name, bytes) in files {
      let text = String(decoding: bytes, as: UTF8.self)
      try library.register("{{% CONTENT_TYPE:PAGE}}" + text, named: name)
    }
    self.library = library
    fingerprint = Fingerprint.of(
      files.sorted { $0.key < $1.key }.flatMap(\.value) + PackageResources.style_css
        + PackageResources.wording_tsv)
  }

  /// - Throws: `ResourceError` where there is no such template.
  func render(_ template: String, _ fields: Fields) throws -> String {
    guard let text = library.render(fields, withTemplate: template) else {
      throw ResourceError(description: "there is no template '\(template)'")
    }
    return text
  }
}
