/// The templates of the pages. Everything that they are given is escaped, but for the finished
/// main part that goes into the layout.
struct Templates: Sendable {
  private let library: [String: Template]
  /// Of the templates and the style: pages change with them.
  let fingerprint: String

  /// - Throws: errors of the templates' syntax.
  init() throws {
    let files = [
      "layout": PackageResources.layout_mustache, "home": PackageResources.home_mustache,
      "search": PackageResources.search_mustache, "article": PackageResources.article_mustache,
      "refusal": PackageResources.refusal_mustache, "facts": PackageResources.facts_mustache,
      "table": PackageResources.table_mustache, "chart": PackageResources.chart_mustache,
      "paging": PackageResources.paging_mustache, "cell": PackageResources.cell_mustache,
      "title": PackageResources.title_mustache, "kind": PackageResources.kind_mustache,
      "details": PackageResources.details_mustache, "detail": PackageResources.detail_mustache,
    ]
    library = try files.mapValues { try Template(String(decoding: $0, as: UTF8.self)) }
    fingerprint = Fingerprint.of(
      files.sorted { $0.key < $1.key }.flatMap(\.value) + PackageResources.style_css
        + PackageResources.wording_tsv)
  }

  /// - Throws: `ResourceError` where there is no such template.
  func render(_ template: String, _ fields: Fields, _ wording: Wording) throws -> String {
    guard let found = library[template] else {
      throw ResourceError(description: "there is no template '\(template)'")
    }
    var text = ""
    found.write(fields, wording, library, to: &text)
    return text
  }
}
