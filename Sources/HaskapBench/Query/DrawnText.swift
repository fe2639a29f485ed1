internal import Haskap

/// A text that queries are drawn from.
struct DrawnText {
  /// In their order; empty between two values, where no phrase runs on.
  let words: [String]
  /// Normalized; as far as the index keeps it.
  let text: String
}

/// The text of documents, put together again from what the index holds of a field that is not stored:
/// its words by position, and its characters where it keeps pairs of them.
struct RestoredTexts {
  private struct Window {
    let words: TextRows
    let characters: TextRows?
  }

  private let windows: [Int: Window]
  /// Those that have words and are not deleted.
  let places: [(segment: Int, document: Int)]
  /// Of each segment so many documents in a row are looked at: an index of any size takes the same
  /// memory.
  private static let limit = 20_000

  init(
    _ reader: IndexReader, field: String, among places: [(segment: Int, document: Int)],
    _ random: inout SeededGenerator
  ) throws {
    var windows: [Int: Window] = [:]
    let limit = Self.limit / max(1, reader.segmentCount)
    for segment in 0..<reader.segmentCount {
      let all = reader.documentCount(ofSegment: segment)
      let start = random.number(0...max(0, all - limit))
      let range = start..<min(all, start + limit)
      guard let words = try reader.words(of: field, segment: segment, range) else { continue }
      windows[segment] = Window(
        words: words, characters: try reader.grams(of: field, segment: segment, range))
    }
    self.windows = windows
    self.places = places.filter { segment, document in
      guard let words = windows[segment]?.words, words.documents.contains(document) else {
        return false
      }
      return words.terms(of: document).contains { $0 != nil }
    }
  }

  func text(segment: Int, document: Int) -> DrawnText? {
    guard let window = windows[segment] else { return nil }
    let words = Self.strings(window.words.terms(of: document))
    let characters = window.characters.map { Self.strings($0.terms(of: document)) }
    // Each pair of characters begins with the next one of the text.
    let text = characters?.map { $0.unicodeScalars.first.map(String.init) ?? "\n" }.joined()
    return DrawnText(words: words, text: text ?? words.joined(separator: " "))
  }

  private static func strings(_ terms: [[UInt8]?]) -> [String] {
    terms.map { String(decoding: $0 ?? [], as: UTF8.self) }
  }
}
