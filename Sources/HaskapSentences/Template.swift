/// A sentence with places for what it tells of: `%` is the next of these, `%2` the second, `%%` a
/// per cent sign.
package struct Template: Sendable {
  private enum Piece: Sendable {
    case text(String)
    case argument(Int)
  }

  private var pieces: [Piece] = []
  /// The sentence with `%` for each argument.
  private(set) var key = ""
  /// How many bytes are the same whatever the arguments.
  private(set) var length = 0

  package init(_ line: some StringProtocol) {
    var rest = line[...]
    var count = 0
    while let mark = rest.firstIndex(of: "%") {
      append(String(rest[..<mark]))
      rest = rest[mark...].dropFirst()
      if rest.first == "%" {
        append("%")
        rest = rest.dropFirst()
        continue
      }
      let number = rest.first.flatMap(\.wholeNumberValue).flatMap {
        (1...9).contains($0) ? $0 : nil
      }
      if number != nil { rest = rest.dropFirst() }
      pieces.append(.argument(number.map { $0 - 1 } ?? count))
      key += "%"
      count += 1
    }
    append(String(rest))
  }

  /// Whether a line has this key, without taking it apart.
  static func has(
    line: Slice<UnsafeBufferPointer<UInt8>>, _ key: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let mark = UInt8(ascii: "%")
    var (line, key) = (line, key[...])
    while let byte = line.popFirst() {
      guard key.popFirst() == byte else { return false }
      guard byte == mark, let next = line.first else { continue }
      if next == mark, key.popFirst() != mark { return false }
      if next == mark || 0x31...0x39 ~= next { line.removeFirst() }
    }
    return key.isEmpty
  }

  /// False of a line that begins or ends otherwise than a text, before its first argument or behind
  /// its last one, or of which a part between two arguments is not in the text.
  static func mayHaveMade(
    _ text: UnsafeBufferPointer<UInt8>, line: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    let mark = UInt8(ascii: "%")
    // Most begin otherwise.
    guard line.first == mark || line.first == text.first else { return false }
    guard let last = line.lastIndex(of: mark) else { return line.elementsEqual(text) }
    var end = line[(last + 1)...]
    if let next = end.first, 0x31...0x39 ~= next { end.removeFirst() }
    return text.starts(with: line.prefix { $0 != mark })
      && text.suffix(end.count).elementsEqual(end) && holds(text, partsOf: line)
  }

  /// Whether the parts of a line follow one another in a text. Where it has a per cent sign, they may.
  private static func holds(
    _ text: UnsafeBufferPointer<UInt8>, partsOf line: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    let mark = UInt8(ascii: "%")
    var (place, line) = (0, line)
    while !line.isEmpty {
      let part = line.prefix { $0 != mark }
      guard let found = find(part, in: text, from: place) else { return false }
      place = found + part.count
      line = line[part.endIndex...].dropFirst()
      if line.first == mark { return true }
      if let next = line.first, 0x31...0x39 ~= next { line.removeFirst() }
    }
    return true
  }

  private static func find(
    _ part: Slice<UnsafeBufferPointer<UInt8>>, in text: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> Int? {
    guard let first = part.first else { return start }
    var place = start
    while place + part.count <= text.count {
      if text[place] == first, text[place..<place + part.count].elementsEqual(part) { return place }
      place += 1
    }
    return nil
  }

  /// What stands in a key before, between and behind its arguments, as it stands there.
  package static func pieces(ofKey key: String) -> [String] {
    var pieces = [""]
    var rest = key[...]
    while let character = rest.popFirst() {
      if character == "%", rest.first != "%" {
        pieces.append("")
      } else {
        pieces[pieces.count - 1].append(character)
        if character == "%", let next = rest.popFirst() { pieces[pieces.count - 1].append(next) }
      }
    }
    return pieces
  }

  /// A text as it stands in a key.
  package static func escaped(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "%")) ? text.replacing("%", with: "%%") : text
  }

  private mutating func append(_ text: String) {
    guard !text.isEmpty else { return }
    key += text == "%" ? "%%" : text
    length += text.utf8.count
    if case .text(let last)? = pieces.last {
      pieces[pieces.count - 1] = .text(last + text)
    } else {
      pieces.append(.text(text))
    }
  }

  var arguments: Set<Int> {
    Set(pieces.compactMap { if case .argument(let place) = $0 { place } else { nil } })
  }

  package func filled(with arguments: [String]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .argument(let place): place < arguments.count ? arguments[place] : ""
      }
    }.joined()
  }

  /// What stands at the places of a text that this template made; nil where it did not make it.
  func arguments(in text: String) -> [String]? {
    var found: [Int: String] = [:]
    var rest = text[...]
    for (number, piece) in pieces.enumerated() {
      switch piece {
      case .text(let text):
        guard rest.hasPrefix(text) else { return nil }
        rest = rest.dropFirst(text.count)
      case .argument(let place):
        let end = number + 1 < pieces.count ? end(of: rest, before: number + 1) : rest.endIndex
        guard let end else { return nil }
        found[place] = String(rest[..<end])
        rest = rest[end...]
      }
    }
    return rest.isEmpty ? (0..<found.count).map { found[$0] ?? "" } : nil
  }

  /// Where the next piece begins; the last one may only end the text.
  private func end(of rest: Substring, before number: Int) -> Substring.Index? {
    guard case .text(let text) = pieces[number] else { return rest.startIndex }
    if number == pieces.count - 1 {
      return rest.hasSuffix(text) ? rest.index(rest.endIndex, offsetBy: -text.count) : nil
    }
    return rest.firstRange(of: text)?.lowerBound
  }
}
