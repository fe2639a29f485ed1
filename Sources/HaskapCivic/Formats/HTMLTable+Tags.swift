extension HTMLTable {
  /// What a tag is to tables and pages.
  enum Element: Sendable {
    case table, row, cell, caption
    /// What holds rows or columns together.
    case rows
    /// What parts the text of a page: `<dt>` and `<dd>`, `<h2>` and the ones below it, `<script>`, and others.
    case term, given, heading, hidden, block

    var isBlock: Bool {
      switch self {
      case .term, .given, .heading, .hidden, .block: true
      case .table, .row, .cell, .caption, .rows: false
      }
    }
  }

  /// A tag of a line, by the line's bytes.
  struct Tag {
    var element: Element
    var closes: Bool
    var start: Int
    /// Behind its `>`.
    var end: Int
    /// Where its attributes begin.
    fileprivate var behind: Int

    /// The number behind `rowspan=` or `colspan=`, quoted or not; no table is longer than the limit.
    func span(_ attribute: String, in line: String) -> Int {
      // Most have none or others.
      guard end - behind > attribute.utf8.count else { return 1 }
      let attributes = line.bytes(behind..<end - 1)
      guard attributes.contains(attribute),
        let place = attributes.firstRange(of: attribute + "=")?.upperBound
      else { return 1 }
      let digits = attributes[place...].drop { "\"' ".contains($0) }.prefix { $0.isNumber }
      return min(max(Int(digits) ?? 1, 1), 1000)
    }
  }

  private static let elements: [String: Element] = [
    "table": .table, "tr": .row, "td": .cell, "th": .cell, "caption": .caption, "thead": .rows,
    "tbody": .rows, "tfoot": .rows, "colgroup": .rows, "col": .rows, "script": .hidden,
    "style": .hidden,
  ]

  private static let blocks: [String: Element] = [
    "h1": .block, "h2": .heading, "h3": .heading, "h4": .heading, "h5": .heading, "h6": .heading,
    "p": .block, "div": .block, "br": .block, "hr": .block, "dl": .block, "dt": .term, "dd": .given,
    "ul": .block, "ol": .block, "li": .block, "title": .block, "head": .block, "body": .block,
    "html": .block, "section": .block, "article": .block, "header": .block, "footer": .block,
    "main": .block, "nav": .block, "xml": .hidden,
  ]

  static let cells = TagNames(elements.filter { $0.value == .cell })
  /// Tags that only pages have.
  static let pages = TagNames(
    blocks.filter {
      ["html", "body", "head", "title", "h1", "h2", "h3", "h4", "dl", "dt"].contains($0.key)
    })
  static let namesOfTables = TagNames(elements)
  private static let all = elements.merging(blocks) { own, _ in own }
  static let namesOfPages = TagNames(all)
  private static let hidden = TagNames(all.filter { $0.value == .hidden })

  static func hasTag(_ line: String, _ names: TagNames<Element>) -> Bool {
    tag(in: line, from: 0, names) != nil
  }

  /// Whether a line ends a script or a style.
  static func endsHidden(_ line: String) -> Bool {
    var place = 0
    while let tag = tag(in: line, from: place, hidden) {
      if tag.closes { return true }
      place = tag.end
    }
    return false
  }

  /// The first tag of these names from a byte on; one that nothing ends is none, nor is any behind it.
  static func tag(in line: String, from start: Int, _ names: TagNames<Element>) -> Tag? {
    line.utf8.withContiguousStorageIfAvailable { tag(in: $0, from: start, names) }
      ?? Array(line.utf8).withUnsafeBufferPointer { tag(in: $0, from: start, names) }
  }

  private static func tag(
    in line: UnsafeBufferPointer<UInt8>, from start: Int, _ names: TagNames<Element>
  ) -> Tag? {
    var place = start
    while let open = line.place(of: UInt8(ascii: "<"), from: place) {
      place = open + 1
      let closes = place < line.count && line[place] == UInt8(ascii: "/")
      guard let (element, behind) = names.find(in: line, at: closes ? place + 1 : place) else {
        continue
      }
      guard let end = line.place(of: UInt8(ascii: ">"), from: place) else { return nil }
      return Tag(element: element, closes: closes, start: open, end: end + 1, behind: behind)
    }
    return nil
  }
}
