/// Which words between `<` and `>` are tags of HTML, and which are text: `<新規>`, `<目次>`.
///
/// Word and Excel write more of them, with a prefix: `<o:p>`, `<st1:place w:st="on">`, `<![if …]>`.
enum HTMLTags {
  /// The name of a tag, nothing for a comment, an instruction and an element of no known name; nil where none is.
  ///
  /// - Parameter inside: what stands between the two marks: `/td`, `br/`, `td rowspan="2"`.
  static func name(_ inside: Substring) -> String? {
    if inside.utf8.first == UInt8(ascii: "!") {
      return inside.dropFirst().first.map { "-dD[".contains($0) } ?? false ? "" : nil
    }
    if inside.utf8.first == UInt8(ascii: "?") {
      return inside.utf8.dropFirst().first.map(isLetter) ?? false ? "" : nil
    }
    let body = inside[(inside.utf8.firstIndex { $0 != UInt8(ascii: "/") } ?? inside.endIndex)...]
    guard let (name, end) = names.first(in: body) else { return isCompound(body) ? "" : nil }
    let next = body[end...].first
    if next == nil || next == "/" || next?.isWhitespace == true { return name }
    return isCompound(body) ? "" : nil
  }

  /// True of `o:p` and `my-tag`, with attributes or without.
  private static func isCompound(_ body: Substring) -> Bool {
    let name = body.utf8.prefix { isLetter($0) || isDigit($0) || marks.contains($0) }
    guard let first = name.first, isLetter(first), let last = name.last, !marks.contains(last),
      let mark = name.first(where: marks.contains),
      mark == UInt8(ascii: ":") || name.allSatisfy({ !isCapital($0) }),
      // <AM9:00> is a time.
      name.split(whereSeparator: marks.contains).allSatisfy({ $0.first.map(isLetter) ?? false })
    else { return false }
    let next = body[name.endIndex...].first
    return next == nil || next == "/" || next?.isWhitespace == true
  }

  private static let marks: Set<UInt8> = [UInt8(ascii: ":"), UInt8(ascii: "-")]

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isCapital(_ byte: UInt8) -> Bool { isLetter(byte) && byte & 0x20 == 0 }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The elements of the HTML standard that occur in bodies of pages, and those it has dropped.
  private static let names: TagNames<String> = TagNames(
    """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink
    blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em
    embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header
    hgroup hr html i iframe img input ins kbd label layer legend li link main map mark marquee menu meta meter nav
    nobr noframes noscript object ol optgroup option output p param picture pre progress q rb rp rt
    rtc ruby s samp script section select slot small source spacer span strike strong style sub summary sup
    svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xml
    """.split(whereSeparator: \.isWhitespace).map(String.init).reduce(into: [:]) { $0[$1] = $1 })
}
