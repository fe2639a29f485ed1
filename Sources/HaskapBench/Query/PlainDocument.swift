internal import Haskap
internal import HaskapText

/// A document's text as plain arrays, which queries are compared with in the slowest and most
/// obvious way.
struct PlainDocument {
  let segment: Int
  let document: UInt32
  /// The words by position; nil between two values.
  private let positions: [[UInt8]?]
  private let words: Set<String>
  /// The normalized text of each value.
  private let texts: [[UInt8]]

  init(segment: Int, document: UInt32, values: [String], _ maker: QueryMaker) throws {
    (self.segment, self.document) = (segment, document)
    let analyzed = try values.map(maker.analyze)
    let words = analyzed.map { text in text.tokens.map { text.text(of: $0) } }
    positions = Array(
      words.filter { !$0.isEmpty }.map { $0.map { Optional(Array($0.utf8)) } }
        .joined(separator: [nil]))
    self.words = Set(words.joined())
    texts = analyzed.map(\.utf8)
  }

  /// - Parameter text: what the index gives back of a field that it does not store.
  init(segment: Int, document: UInt32, _ text: DrawnText) {
    (self.segment, self.document) = (segment, document)
    positions = text.words.map { $0.isEmpty ? nil : Array($0.utf8) }
    words = Set(text.words).subtracting([""])
    texts = text.text.split(separator: "\n").map { Array($0.utf8) }
  }

  /// At most so many, evenly spread, whose texts are put together again from the words of the index.
  static func restored(
    _ sample: DocumentSample, _ snapshot: QuerySnapshot, _ maker: QueryMaker, _ limit: Int
  ) throws -> [Self] {
    var random = SeededGenerator(seed: 7)
    let texts = try RestoredTexts(
      snapshot.reader, field: maker.field, among: sample.places, &random)
    let step = max(1, (texts.places.count + limit - 1) / max(1, limit))
    return stride(from: 0, to: texts.places.count, by: step).compactMap { index in
      let (segment, document) = texts.places[index]
      return texts.text(segment: segment, document: document).map {
        Self(segment: segment, document: UInt32(document), $0)
      }
    }
  }

  /// Nil where the query is of a kind that is not compared so.
  func matches(_ query: Query) -> Bool? {
    switch query {
    case .term(_, let term): has([term])
    case .phrase(_, let terms): has(terms)
    case .all(let queries): queries.map(matches).reduce(true) { both($0, $1) { $0 && $1 } }
    case .any(let queries, 1): queries.map(matches).reduce(false) { both($0, $1) { $0 || $1 } }
    case .prefix(_, let prefix): words.contains { $0.utf8.starts(with: prefix) }
    case .wildcard(_, let pattern, _):
      words.contains { Self.fits(pattern.elements[...], Array($0.unicodeScalars)[...]) }
    case .fuzzy(_, let fuzzy, _): words.contains { Self.isNear(fuzzy, $0) }
    case .unit(let unit):
      texts.contains { text in unit.variants.contains { text.contains($0.utf8) } }
    default: nil
    }
  }

  private func both(_ left: Bool?, _ right: Bool?, _ join: (Bool, Bool) -> Bool) -> Bool? {
    guard let left, let right else { return nil }
    return join(left, right)
  }

  private func has(_ terms: [[UInt8]]) -> Bool {
    positions.indices.dropLast(terms.count - 1).contains { start in
      terms.indices.allSatisfy { positions[start + $0] == terms[$0] }
    }
  }

  private static func fits(
    _ pattern: ArraySlice<WildcardPattern.Element>, _ word: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard let element = pattern.first else { return word.isEmpty }
    let rest = pattern.dropFirst()
    return switch element {
    case .run: fits(rest, word) || (!word.isEmpty && fits(pattern, word.dropFirst()))
    case .one: !word.isEmpty && fits(rest, word.dropFirst())
    case .scalar(let scalar): word.first == scalar && fits(rest, word.dropFirst())
    }
  }

  /// At most one insertion, deletion, substitution or transposition away, with the same beginning.
  private static func isNear(_ fuzzy: FuzzyTerm, _ word: String) -> Bool {
    let (left, right) = (Array(fuzzy.term.unicodeScalars), Array(word.unicodeScalars))
    let kept = min(fuzzy.prefixLength, left.count)
    guard fuzzy.distance == 1, right.starts(with: left.prefix(kept)) else { return left == right }
    let start = zip(left, right).prefix { $0 == $1 }.count
    let (a, b) = (Array(left[start...]), Array(right[start...]))
    let edited = [a.dropFirst() == b.dropFirst(), a.dropFirst() == b[...], a[...] == b.dropFirst()]
    let swapped = a.count > 1 && b.count > 1 && [a[1], a[0]] + a.dropFirst(2) == b
    return left == right || edited.contains(true) || swapped
  }
}
