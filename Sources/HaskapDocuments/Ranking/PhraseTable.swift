/// Finds many short texts in a long one in a single pass: most characters begin none of them, which
/// one bit tells.
struct PhraseTable {
  enum Event {
    case phrase(Int)
    case sentenceEnd
    /// A number before 年, 月, 日 or 世紀.
    case date
  }

  private static let full: UInt32 = 0x3002
  private static let lineFeed: UInt32 = 0x0A
  private static let dateUnits: [UInt32] = "年月日世".unicodeScalars.map(\.value)
  private static let kanjiDigits = Set("〇一二三四五六七八九十".unicodeScalars.map(\.value))

  private let phrases: [[UInt8]]
  /// By first character, the phrases that begin with it.
  private var heads: [UInt32: [Int]] = [:]
  /// A bit for the low 12 bits of each character that begins a phrase or is an event by itself.
  private var isOfInterest = [Bool](repeating: false, count: 1 << 12)

  init(_ texts: [String]) {
    phrases = texts.map { Array($0.utf8) }
    for (number, text) in texts.enumerated() {
      guard let head = text.unicodeScalars.first?.value else { continue }
      heads[head, default: []].append(number)
    }
    for value in Array(heads.keys) + [Self.full, Self.lineFeed] + Self.dateUnits {
      isOfInterest[Int(value & 0xFFF)] = true
    }
  }

  func forEachMatch(in text: [UInt8], _ body: (Event) -> Void) {
    text.withUnsafeBufferPointer { text in
      var place = 0
      var before: UInt32 = 0
      while place < text.count {
        let (value, length) = Self.character(of: text, at: place)
        if isOfInterest[Int(value & 0xFFF)] { report(value, place, before, in: text, body) }
        before = value
        place += length
      }
    }
  }

  private func report(
    _ value: UInt32, _ place: Int, _ before: UInt32, in text: UnsafeBufferPointer<UInt8>,
    _ body: (Event) -> Void
  ) {
    if Self.endsSentence(value) {
      // Nothing stands between two ends, as at 。 before a line feed.
      if !Self.endsSentence(before) { body(.sentenceEnd) }
      return
    }
    if Self.dateUnits.contains(value), Self.isDigit(before) { body(.date) }
    for number in heads[value] ?? [] where Self.stands(phrases[number], at: place, in: text) {
      body(.phrase(number))
    }
  }

  private static func endsSentence(_ value: UInt32) -> Bool { value == full || value == lineFeed }

  private static func isDigit(_ value: UInt32) -> Bool {
    (0x30...0x39).contains(value) || kanjiDigits.contains(value)
  }

  private static func stands(
    _ phrase: [UInt8], at place: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard text.count - place >= phrase.count else { return false }
    for index in phrase.indices where text[place + index] != phrase[index] { return false }
    return true
  }

  /// The character that begins at a place of well-formed UTF-8, and how many bytes it takes.
  @inline(__always)
  private static func character(
    of text: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (value: UInt32, length: Int) {
    let first = UInt32(text[place])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, place + length <= text.count else { return (first, 1) }
    var value = first & (0x7F >> UInt32(length))
    for index in 1..<length { value = value << 6 | UInt32(text[place + index] & 0x3F) }
    return (value, length)
  }
}
