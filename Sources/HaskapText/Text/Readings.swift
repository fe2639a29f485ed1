/// How words are read, in hiragana, and texts that are made of them.
public struct Readings: Sendable {
  public struct Word: Hashable, Sendable {
    public var text: String
    public var reading: String

    public init(_ text: String, reading: String) { (self.text, self.reading) = (text, reading) }
  }

  public let words: [Word]
  /// By the first character, the longest first.
  private let byHead: [Unicode.Scalar: [(text: [Unicode.Scalar], reading: String)]]

  /// Of two readings of one word the first counts.
  public init(_ words: [Word]) {
    self.words = words
    let entries = words.filter { !$0.text.isEmpty }
      .map { (text: Array($0.text.unicodeScalars), reading: $0.reading) }
    // The order of equal lengths is kept, so that the first comes first.
    byHead = Dictionary(grouping: entries) { $0.text[0] }.mapValues { entries in
      entries.enumerated().sorted {
        ($1.element.text.count, $0.offset) < ($0.element.text.count, $1.offset)
      }.map(\.element)
    }
  }

  /// The reading of a text, composed of the words, the longest first; katakana as hiragana. Nil
  /// where no word covers a kanji.
  public func reading(of text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    var reading = ""
    var place = 0
    while place < scalars.count {
      let rest = scalars[place...]
      if let word = byHead[scalars[place]]?.first(where: { rest.starts(with: $0.text) }) {
        reading += word.reading
        place += word.text.count
      } else if Self.isKanji(scalars[place]) {
        return nil
      } else {
        reading.unicodeScalars.append(Romaji.hiragana(scalars[place]))
        place += 1
      }
    }
    return reading
  }

  public static func isKanji(_ scalar: Unicode.Scalar) -> Bool {
    0x3400...0x9FFF ~= scalar.value
  }
}
