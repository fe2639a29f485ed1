import Mustache

/// What a template is given: texts, flags, lists, and such tables again.
typealias Fields = [String: Any]

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

/// Escapes text for HTML, in elements and in quoted attributes. Control characters, which HTML
/// does not allow, and those that turn the direction of writing (Unicode Technical Report #36,
/// section 2.7) are left out.
struct PageText: MustacheContentType {
  func escapeText(_ text: String) -> String {
    var text = text
    return text.withUTF8 { utf8 in
      guard utf8.contains(where: Self.isSpecial) else {
        return String(decoding: utf8, as: UTF8.self)
      }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(utf8.count + 32)
      for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
        Self.append(scalar, to: &bytes)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xE2: true
    default: false
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "<": bytes += "&lt;".utf8
    case ">": bytes += "&gt;".utf8
    case "&": bytes += "&amp;".utf8
    case "\"": bytes += "&quot;".utf8
    case "'": bytes += "&#39;".utf8
    case "\n", "\t": bytes.append(UInt8(scalar.value))
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
      break
    default: bytes += UTF8.encode(scalar).map(Array.init) ?? []
    }
  }
}
