/// Which words between `<` and `>` are tags of HTML, and which are text: `<新規>`, `<目次>`.
enum HTMLTags {
  /// The name of a tag, nothing for a comment; nil where none is.
  ///
  /// - Parameter inside: what stands between the two marks: `/td`, `br/`, `td rowspan="2"`.
  static func name(_ inside: Substring) -> String? {
    if inside.utf8.first == UInt8(ascii: "!") {
      return inside.dropFirst().first.map { "-dD".contains($0) } ?? false ? "" : nil
    }
    let body = inside[(inside.utf8.firstIndex { $0 != UInt8(ascii: "/") } ?? inside.endIndex)...]
    guard let (name, end) = names.first(in: body) else { return nil }
    let next = body[end...].first
    return next == nil || next == "/" || next?.isWhitespace == true ? name : nil
  }

  /// The elements of the HTML standard that occur in bodies of pages, and those it has dropped.
  private static let names: TagNames<String> = TagNames(
    """
    a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas
    caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em
    embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header
    hgroup hr html i iframe img input ins kbd label legend li link main map mark menu meta meter nav
    nobr noframes noscript object ol optgroup option output p param picture pre progress q rb rp rt
    rtc ruby s samp script section select slot small source span strike strong style sub summary sup
    svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr
    """.split(whereSeparator: \.isWhitespace).map(String.init).reduce(into: [:]) { $0[$1] = $1 })
}
