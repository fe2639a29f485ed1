import HaskapTestSupport

@testable import Haskap
@testable import HaskapText

/// Makes random texts over few characters, of one to four bytes, cut at random places.
struct UnitCorpus {
  var random: SplitMix
  let alphabet: [Unicode.Scalar]

  init(seed: UInt64, alphabet: String) {
    random = SplitMix(seed: seed)
    self.alphabet = Array(alphabet.unicodeScalars)
  }

  mutating func scalar() -> Unicode.Scalar {
    // Squared, so that the first characters are much more frequent than the last.
    let place = Double.random(in: 0..<1, using: &random)
    return alphabet[Int(place * place * Double(alphabet.count))]
  }

  mutating func text(_ count: Int) -> AnalyzedText {
    let scalars = (0..<count).map { _ in scalar() }
    return Self.text(scalars, isCut: { _ in Int.random(in: 0..<3, using: &random) > 0 })
  }

  /// Cut at both ends, and at the places inside that `isCut` says.
  static func text(_ scalars: [Unicode.Scalar], isCut: (Int) -> Bool) -> AnalyzedText {
    var text = AnalyzedText()
    for scalar in scalars { text.utf8.append(contentsOf: String(scalar).utf8) }
    text.boundaries.reset(textLength: text.utf8.count)
    var offset = 0
    var start = 0
    for (place, scalar) in scalars.enumerated() {
      if place == 0 || isCut(place) {
        text.boundaries.insert(offset)
        if offset > start {
          text.tokens.append(TokenSpan(start: UInt32(start), end: UInt32(offset)))
        }
        start = offset
      }
      offset += UTF8.width(scalar)
    }
    text.boundaries.insert(offset)
    if offset > start { text.tokens.append(TokenSpan(start: UInt32(start), end: UInt32(offset))) }
    return text
  }

  /// A title, a body of up to three values, some of them empty, or nothing now and then.
  mutating func document(longest: Int) -> UnitDocument {
    var document: UnitDocument = [:]
    if Int.random(in: 0..<4, using: &random) > 0 {
      document["title"] = [text(Int.random(in: 0...6, using: &random))]
    }
    let values = [0, 1, 1, 1, 1, 2, 3].randomElement(using: &random) ?? 1
    document["body"] = (0..<values).map { _ in
      let isLong = Int.random(in: 0..<8, using: &random) == 0
      return text(Int.random(in: 0...(isLong ? longest : longest / 8), using: &random))
    }
    return document
  }

  /// A string that is in one of the documents, or a random one, cut at random.
  mutating func variant(_ documents: [UnitDocument], tier: Int = 0) -> UnitVariant {
    let length = Int.random(in: 1...8, using: &random)
    let texts = documents.randomElement(using: &random)?.values.flatMap(\.self) ?? []
    let scalars =
      texts.randomElement(using: &random)
      .map { Array(String(decoding: $0.utf8, as: UTF8.self).unicodeScalars) } ?? []
    let isTaken = scalars.count >= length && Int.random(in: 0..<5, using: &random) > 0
    let start = isTaken ? Int.random(in: 0...scalars.count - length, using: &random) : 0
    let wanted =
      isTaken ? Array(scalars[start..<start + length]) : (0..<length).map { _ in scalar() }
    let cuts = (1..<max(1, length)).filter { _ in Int.random(in: 0..<2, using: &random) == 0 }
    return UnitVariant(
      utf8: wanted.flatMap { Array(String($0).utf8) }, cuts: Array(cuts), tier: tier,
      beginsWord: Int.random(in: 0..<4, using: &random) == 0,
      endsWord: Int.random(in: 0..<4, using: &random) == 0,
      isWholeNumber: Bool.random(using: &random))
  }

  mutating func unit(_ documents: [UnitDocument]) -> TextUnit {
    var fields = [WeightedField("body", b: Double.random(in: 0...1, using: &random))]
    if Bool.random(using: &random) { fields.insert(WeightedField("title", weight: 3), at: 0) }
    var variants = [variant(documents)]
    if Int.random(in: 0..<4, using: &random) == 0 {
      variants.append(variant(documents, tier: Int.random(in: 0...2, using: &random)))
    }
    return TextUnit(fields: fields, variants: variants)
  }
}
