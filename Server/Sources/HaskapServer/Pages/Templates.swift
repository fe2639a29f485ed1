import Mustache

/// The templates of the pages in one language. Everything that they are given is escaped, but for the
/// finished main part that goes into the layout.
struct Templates: Sendable {
  private let library: MustacheLibrary

  private static let files = [
    "layout": PackageResources.layout_mustache, "home": PackageResources.home_mustache,
    "search": PackageResources.search_mustache, "article": PackageResources.article_mustache,
    "refusal": PackageResources.refusal_mustache, "facts": PackageResources.facts_mustache,
    "table": PackageResources.table_mustache, "chart": PackageResources.chart_mustache,
    "paging": PackageResources.paging_mustache, "cell": PackageResources.cell_mustache,
    "title": PackageResources.title_mustache, "kind": PackageResources.kind_mustache,
    "details": PackageResources.details_mustache, "detail": PackageResources.detail_mustache,
  ]

  /// Of the templates, the wording and the style: pages change with them.
  static let fingerprint = Fingerprint.of(
    files.sorted { $0.key < $1.key }.flatMap(\.value) + PackageResources.style_css
      + PackageResources.wording_tsv)

  /// - Throws: errors of the templates' syntax.
  init(_ wording: Wording) throws {
    MustacheContentTypes.register(PageText(), named: "PAGE")
    var library = MustacheLibrary()
    for (name, bytes) in Self.files {
      let text = Self.filled(String(decoding: bytes, as: UTF8.self), with: wording)
      try library.register("{{% CONTENT_TYPE:PAGE}}" + text, named: name)
    }
    self.library = library
  }

  /// A template with what `{{w.site}}` and its like stand for: that is the same on all pages, and to
  /// look it up for each takes as long as a dozen fields.
  private static func filled(_ template: String, with wording: Wording) -> String {
    let parts = template.split(separator: "{{w.", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(into: String(parts[0])) { text, part in
      let ends = part.split(separator: "}}", maxSplits: 1, omittingEmptySubsequences: false)
      text += PageText().escapeText(wording[String(ends[0])]) + ends[1]
    }
  }

  /// - Throws: `ResourceError` where there is no such template.
  func render(_ template: String, _ fields: Fields) throws -> String {
    guard let text = library.render(fields, withTemplate: template) else {
      throw ResourceError(description: "there is no template '\(template)'")
    }
    return text
  }
}
