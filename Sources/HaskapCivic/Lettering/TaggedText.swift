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
  private let text: [Character]
  private var index = 0
  private var depth = 0
  private var current = ""
  private var lines: [TaggedLine] = []
  /// How the words before are read (`<rt>`): in brackets behind the word, so that it stays whole.
  private var reading = ""
  private var ruby = Ruby.none
  /// What of ruby text the tags before said: its base, its reading, or the brackets of old browsers (`<rp>`).
  private enum Ruby { case none, base, reading, brackets }

  static func lines(_ cell: some StringProtocol) -> [TaggedLine] {
    var reader = TaggedText(text: Array(cell))
    while reader.index < reader.text.count { reader.step() }
    reader.endLine()
    return reader.lines
  }

  private init(text: [Character]) { self.text = text }

  private mutating func step() {
    let character = text[index]
    if character == "<", let end = endOfTag() {
      take(tag: text[(index + 1)..<end])
      index = end + 1
    } else if character == "&", let (decoded, end) = entity() {
      add(decoded)
      index = end
    } else {
      add(character)
      index += 1
    }
  }

  private mutating func add(_ character: Character) {
    switch ruby {
    case .reading: if !character.isWhitespace { reading.append(character) }
    case .brackets where "()（）《》".contains(character): break
    case .none, .base, .brackets:
      if ruby == .none, !character.isLetter { addReading() }
      current.append(character)
    }
  }

  private mutating func addReading() {
    if !reading.isEmpty { current += "（\(reading)）" }
    reading = ""
  }

  private func endOfTag() -> Int? {
    guard let end = text[(index + 1)...].firstIndex(where: { $0 == ">" || $0 == "<" }),
      text[end] == ">", HTMLTags.isTag(text[(index + 1)..<end])
    else { return nil }
    return end
  }

  private mutating func take(tag: ArraySlice<Character>) {
    let closes = tag.first == "/"
    let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }).lowercased()
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
    let words = current.split(whereSeparator: \.isWhitespace)
    current = ""
    if !words.isEmpty { lines.append(.init(text: words.joined(separator: " "), depth: depth)) }
  }

  private static let named: [String: Character] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ensp": " ",
    "emsp": " ", "mdash": "—", "ndash": "–", "hellip": "…", "middot": "·", "bull": "•",
    "times": "×", "yen": "¥", "copy": "©", "reg": "®", "deg": "°", "laquo": "«", "raquo": "»",
    "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "rarr": "→", "larr": "←",
  ]

  /// `&amp;` and its like, and numeric ones.
  private func entity() -> (Character, end: Int)? {
    guard let end = text[index...].prefix(10).firstIndex(of: ";") else { return nil }
    let name = String(text[(index + 1)..<end])
    if let character = Self.named[name] { return (character, end + 1) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map { (Character($0), end + 1) }
  }
}
