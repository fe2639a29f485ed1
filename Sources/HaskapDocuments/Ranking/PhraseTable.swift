/// Finds many short texts in a long one in a single pass: most characters begin none of them, which
/// one look into a table by their low 12 bits tells.
struct PhraseTable {
  enum Event: Equatable {
    case phrase(Int)
    case sentenceEnd
    /// A number before 年, 月, 日 or 世紀.
    case date
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private static let full: UInt32 = 0x3002
  private static let lineFeed: UInt32 = 0x0A
  private static let dateUnits: [UInt32] = "年月日世".unicodeScalars.map(\.value)
  private static let kanjiDigits: [UInt32] = "〇一二三四五六七八九十".unicodeScalars.map(\.value)
  private static let lowBits: UInt32 = 0xFFF
  /// Of a character that begins no phrase, and of the last phrase that begins so.
  private static let end = -1

  /// All phrases, and where each begins and the last one ends.
  private let bytes: [UInt8]
  private let starts: [Int]
  /// By the low bits of a character, whether a phrase or an event begins with one of these.
  private var isHead = [Bool](repeating: false, count: Int(lowBits) + 1)
  /// By the same, the first phrase that begins so.
  private var heads = [Int](repeating: end, count: Int(lowBits) + 1)
  /// By phrase, the next one of the same head.
  private var next: [Int]

  init(_ texts: [String]) {
    bytes = texts.flatMap(\.utf8)
    starts = texts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.utf8.count) }
    next = Array(repeating: Self.end, count: texts.count)
    for value in [Self.full, Self.lineFeed] + Self.dateUnits {
      isHead[Int(value & Self.lowBits)] = true
    }
    for (number, text) in texts.enumerated().reversed() {
      guard let first = text.unicodeScalars.first else { continue }
      let head = Int(first.value & Self.lowBits)
      isHead[head] = true
      next[number] = heads[head]
      heads[head] = number
    }
  }

  func forEachMatch(in text: [UInt8], _ body: (Event) -> Void) {
    text.withUnsafeBufferPointer { text in
      isHead.withUnsafeBufferPointer { isHead in
        var place = 0
        while place < text.count {
          let (value, length) = Self.character(of: text, at: place)
          if isHead[Int(value & Self.lowBits)] { report(value, place, in: text, body) }
          place += length
        }
      }
    }
  }

  func hasPhrase(in text: [UInt8]) -> Bool {
    var found = false
    forEachMatch(in: text) { if case .phrase = $0 { found = true } }
    return found
  }

  private func report(
    _ value: UInt32, _ place: Int, in text: Bytes, _ body: (Event) -> Void
  ) {
    if Self.endsSentence(value) {
      // Nothing stands between two ends, as at 。 before a line feed.
      if !Self.endsSentence(Self.character(of: text, before: place)) { body(.sentenceEnd) }
      return
    }
    if Self.dateUnits.contains(value), Self.isDigit(Self.character(of: text, before: place)) {
      body(.date)
    }
    var number = heads[Int(value & Self.lowBits)]
    while number != Self.end {
      if stands(number, at: place, in: text) { body(.phrase(number)) }
      number = next[number]
    }
  }

  private static func endsSentence(_ value: UInt32) -> Bool { value == full || value == lineFeed }

  private static func isDigit(_ value: UInt32) -> Bool {
    (0x30...0x39).contains(value) || kanjiDigits.contains(value)
  }

  private func stands(_ phrase: Int, at place: Int, in text: Bytes) -> Bool {
    let (start, end) = (starts[phrase], starts[phrase + 1])
    guard text.count - place >= end - start else { return false }
    for index in start..<end where text[place + index - start] != bytes[index] { return false }
    return true
  }

  /// The character that begins at a place of well-formed UTF-8, and how many bytes it takes.
  @inline(__always)
  private static func character(of text: Bytes, at place: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(text[place])
    // Most are of three bytes.
    if first & 0xF0 == 0xE0, place &+ 2 < text.count {
      let (second, third) = (UInt32(text[place &+ 1]), UInt32(text[place &+ 2]))
      return ((first & 0xF) &<< 12 | (second & 0x3F) &<< 6 | third & 0x3F, 3)
    }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : 4
    guard length > 1, place + length <= text.count else { return (first, 1) }
    var value = first & (0x7F >> UInt32(length))
    for index in 1..<length { value = value << 6 | UInt32(text[place + index] & 0x3F) }
    return (value, length)
  }

  /// The character that ends at a place; 0 where none does.
  private static func character(of text: Bytes, before place: Int) -> UInt32 {
    var start = place - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? 0 : character(of: text, at: start).value
  }
}
