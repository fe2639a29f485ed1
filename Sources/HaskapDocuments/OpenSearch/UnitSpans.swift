internal import Haskap

/// Where one variant of a unit stands in a field of a cluster, by the rungs of Haskap's ladder
/// (`UnitRung`).
struct UnitSpans {
  let field: String
  let variant: UnitVariant
  private let characters: [String]

  init(_ variant: UnitVariant, in field: String) {
    (self.variant, self.field) = (variant, field)
    characters = String(decoding: variant.utf8, as: UTF8.self).unicodeScalars.map { String($0) }
  }

  var length: Int { characters.count }
  private var path: String { OpenSearchPath.characters(field) }

  /// The pairs of its characters as tokens; none of a single character.
  var grams: [String] {
    zip(characters, characters.dropFirst()).map { OpenSearchToken.of($0 + $1) }
  }

  private func character(_ place: Int, _ begins: Bool, _ ends: Bool) -> Span {
    .term(
      OpenSearchCharacter.token(characters[place], begins: begins, ends: ends), in: path)
  }

  /// A character whatever stands around it, or where a word begins or ends with it.
  private func character(_ place: Int, begins: Bool? = nil, ends: Bool? = nil) -> Span {
    .any(
      [false, true].filter { begins ?? $0 == $0 }.flatMap { begins in
        [false, true].filter { ends ?? $0 == $0 }.map { character(place, begins, $0) }
      })
  }

  private func pairs(_ range: Range<Int>) -> [Span] {
    let grams = grams
    return range.map { Span.term(grams[$0], in: OpenSearchPath.grams(field)).seen(as: path) }
  }

  /// All that count; in places of as many characters.
  var whole: Span { places(begins: variant.beginsWord, ends: variant.endsWord) }

  /// All that count; in places of one character less where that will do.
  var everywhere: Span {
    if !variant.isSelective, length > 1 { return .row(pairs(0..<length - 1)) }
    guard !variant.endsWord, length > 2 else { return whole }
    return .row([character(0, begins: true)] + pairs(1..<length - 1))
  }

  /// Both ends are word boundaries.
  var aligned: Span { places(begins: true, ends: true) }

  /// - Parameters:
  ///   - begins: whether only those where a word begins.
  ///   - ends: whether only those where a word ends.
  private func places(begins: Bool, ends: Bool) -> Span {
    let last = character(
      length - 1, begins: length == 1 && begins ? true : nil, ends: ends ? true : nil)
    guard begins, length > 1 else { return .row(pairs(0..<length - 1) + [last]) }
    return .row([character(0, begins: true)] + pairs(1..<length - 1) + [last])
  }

  /// One end is a boundary, and inside it is not cut, or cut like the unit.
  var extended: [Span] {
    let inner = variant.cuts.filter { $0 > 0 && $0 < length }
    let cuts = inner.isEmpty ? [Set<Int>()] : [[], Set(inner)]
    return cuts.flatMap { cuts in
      (variant.endsWord ? [] : [exactly(cuts.union([0]))])
        + (variant.beginsWord ? [] : [exactly(cuts.union([length]))])
    }
  }

  /// In the midst of one word; nil where that does not count.
  var inside: Span? { variant.isSelective ? nil : exactly([]) }

  /// Cut at these places and no others.
  private func exactly(_ cuts: Set<Int>) -> Span {
    .row(
      (0..<length).map { character($0, cuts.contains($0), cuts.contains($0 + 1)) })
  }

  /// What a cluster counts as the frequency: eighths of an occurrence, half as many on each rung below.
  var eighths: [Span] {
    // Each stands among all, which count one.
    [everywhere] + repeatElement(aligned, count: 7)
      + extended.flatMap { repeatElement($0, count: 3) } + [inside].compactMap(\.self)
  }
}
