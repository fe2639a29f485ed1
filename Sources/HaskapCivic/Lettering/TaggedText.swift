/// A line of a cell that mixes plain text with HTML tags.
struct TaggedLine: Equatable {
  /// Without tags; entities decoded, runs of white space as one space.
  var text: String
  /// How many lists it stands in: 0 for a paragraph.
  var depth: Int
}

/// Reads the few HTML tags that table recognition leaves in cells (`<b>`, `<p>`, `<ul>`, `<li>`…).
///
/// Nothing is an error: unknown tags are skipped, tags left open end with the cell, and a `<` that
/// opens no tag is text.
struct TaggedText {
  private var rest: Substring
  private var depth = 0
  private var current = ""
  private var lines: [TaggedLine] = []
  /// How the words before are read (`<rt>`): in brackets behind the word, so that it stays whole.
  private var reading = ""
  private var ruby = Ruby.none
  /// What of ruby text the tags before said: its base, its reading, or the brackets of old browsers (`<rp>`).
  private enum Ruby { case none, base, reading, brackets }

  static func lines(_ cell: some StringProtocol) -> [TaggedLine] {
    var reader = TaggedText(rest: String(cell)[...])
    while !reader.rest.isEmpty { reader.step() }
    reader.endLine()
    return reader.lines
  }

  private init(rest: Substring) { self.rest = rest }

  /// Takes the text up to a mark, and what the mark begins.
  private mutating func step() {
    let mark = rest.utf8.firstIndex { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
    add(rest[..<(mark ?? rest.endIndex)])
    rest = rest[(mark ?? rest.endIndex)...]
    guard let first = rest.utf8.first else { return }
    let body = Substring(rest.utf8.dropFirst())
    if first == UInt8(ascii: "<"), let (name, end) = Self.tag(body) {
      take(name, closes: body.utf8.first == UInt8(ascii: "/"))
      rest = Substring(body[end...].utf8.dropFirst())
    } else if first == UInt8(ascii: "&"), let (decoded, end) = Self.entity(body) {
      add(Substring(String(decoded)))
      rest = Substring(body[end...].utf8.dropFirst())
    } else {
      add(rest.prefix(1))
      rest = rest.dropFirst()
    }
  }

  private mutating func add(_ text: Substring) {
    if ruby == .none && reading.isEmpty || ruby == .base {
      current += text
      return
    }
    for character in text { add(character) }
  }

  private mutating func add(_ character: Character) {
    switch ruby {
    case .reading: if !character.isWhitespace { reading.append(character) }
    case .brackets where "()（）《》".contains(character): break
    case .none, .base, .brackets:
      if ruby == .none, !reading.isEmpty, !character.isLetter { addReading() }
      current.append(character)
    }
  }

  private mutating func addReading() {
    if !reading.isEmpty { current += "（\(reading)）" }
    reading = ""
  }

  /// - Parameter body: what stands behind `<`.
  private static func tag(_ body: Substring) -> (name: String, end: Substring.Index)? {
    // A comment may hold other marks.
    if body.hasPrefix("!--"), let end = body.firstRange(of: "-->") {
      return ("", body.utf8.index(before: end.upperBound))
    }
    let bytes = body.utf8
    let marks = (UInt8(ascii: "<"), UInt8(ascii: ">"))
    guard let end = bytes.firstIndex(where: { $0 == marks.0 || $0 == marks.1 }),
      bytes[end] == marks.1, let name = HTMLTags.name(body[..<end])
    else { return nil }
    return (name, end)
  }

  private mutating func take(_ name: String, closes: Bool) {
    switch name {
    case "ul", "ol":
      endLine()
      depth = max(0, depth + (closes ? -1 : 1))
    case "p", "li", "dt", "dd", "div", "br", "table", "tr", "td", "th", "h1", "h2", "h3", "h4":
      endLine()
    case "ruby": ruby = closes ? .none : .base
    case "rt": ruby = closes ? .base : .reading
    case "rp": ruby = closes ? .base : .brackets
    case "rb": ruby = .base
    default: break
    }
  }

  private mutating func endLine() {
    addReading()
    let words = current.withSingleSpaces
    current = ""
    if !words.isEmpty { lines.append(.init(text: words, depth: depth)) }
  }

  private static let named: [String: Character] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ensp": " ",
    "emsp": " ", "mdash": "—", "ndash": "–", "hellip": "…", "middot": "·", "bull": "•",
    "times": "×", "yen": "¥", "copy": "©", "reg": "®", "deg": "°", "laquo": "«", "raquo": "»",
    "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "rarr": "→", "larr": "←",
  ]

  /// `&amp;` and its like, and numeric ones, to the semicolon.
  ///
  /// - Parameter body: what stands behind `&`.
  private static func entity(_ body: Substring) -> (Character, end: Substring.Index)? {
    guard let end = body.utf8.prefix(9).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(body[..<end])
    if let character = named[name] { return (character, end) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map { (Character($0), end) }
  }
}
