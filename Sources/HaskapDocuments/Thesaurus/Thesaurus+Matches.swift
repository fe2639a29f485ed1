public import HaskapText

extension Thesaurus {
  /// A part of a query for which other words stand in the thesaurus.
  public struct Match: Sendable, Hashable {
    /// As the thesaurus has it.
    public var word: String
    /// As the text has it; of a stem with what it goes on with.
    public var typed: String
    /// The nearest first.
    public var relatives: [Relative]
  }

  /// The words of the thesaurus in a text, from left to right, each time the longest. A word begins
  /// where the analyzer cuts and ends there too, or where the script changes; a stem may go on. Of a
  /// long text the first thousand words are looked at: nobody asks for more.
  ///
  /// - Parameter isKnown: whether the documents have a word.
  /// - Throws: what `isKnown` throws.
  public func matches(
    in text: AnalyzedText, isKnown: (String) throws -> Bool
  ) rethrows -> [Match] {
    guard !isEmpty else { return [] }
    var matches: [Match] = []
    var end = 0
    for start in text.tokens.prefix(Self.mostWords).map({ Int($0.start) }) where start >= end {
      guard let (word, entry, isStem) = longestWord(in: text, from: start),
        try !isSignOfWord(word, start..<start + word.utf8.count, of: text, isKnown)
      else { continue }
      end = start + word.utf8.count
      let relatives = relatives(of: entry).filter { $0.text != word }
        .sorted { ($0.rank, $0.relation) < ($1.rank, $1.relation) }
      guard !relatives.isEmpty, !matches.contains(where: { $0.word == word }) else { continue }
      let rest = isStem ? text.hiragana(from: end) : ""
      matches.append(Match(word: word, typed: word + rest, relatives: relatives))
    }
    return matches
  }

  /// Whether a text is one of the words, whether or not others stand for it.
  package func hasWord(_ text: AnalyzedText) -> Bool {
    !isEmpty && !text.utf8.isEmpty
      && longestWord(in: text, from: 0)?.word.utf8.count == text.utf8.count
  }

  private static let mostWords = 1_000

  /// A word of the text, and how it stands in the thesaurus.
  private func longestWord(
    in text: AnalyzedText, from start: Int
  ) -> (word: String, entry: String, isStem: Bool)? {
    let utf8 = text.utf8
    guard mayBegin(utf8[start...]) || Self.mayVaryAtOnce(utf8[start...]) else { return nil }
    for end in (start + 1...max(start + 1, min(utf8.count, start + longest))).reversed()
    where end == utf8.count || utf8[end] & 0xC0 != 0x80 {
      let word = String(decoding: utf8[start..<end], as: UTF8.self)
      for entry in Self.entries(word) {
        let groups = groups(of: entry)
        let isStem = groups.contains { $0.isStem(entry) }
        let isWord = isStem || text.isWordEnd(end, behind: word)
        let isPiece = word.isKatakana && word.unicodeScalars.count < 3 && text.isInRun(start..<end)
        if !groups.isEmpty, isWord, !isPiece { return (word, entry, isStem) }
      }
    }
    return nil
  }

  /// Whether a word is a single kanji of a longer word that nobody knows: 家 of 勉強家, 犬 of 犬山城; but not
  /// 熊 of 熊対策, where a known word follows.
  private func isSignOfWord(
    _ word: String, _ span: Range<Int>, of text: AnalyzedText, _ isKnown: (String) throws -> Bool
  ) rethrows -> Bool {
    guard word.unicodeScalars.count == 1, word.isKanji else { return false }
    if text.character(before: span.lowerBound).isKanji { return true }
    guard text.character(from: span.upperBound).isKanji else { return false }
    let next = text.tokens.first { Int($0.start) == span.upperBound }
    return try next.map { try !isKnown(text.text(of: $0)) } ?? true
  }

  /// How a word may stand in the thesaurus: as it is, without the polite お, with the child in another
  /// spelling, and with another particle before its verb (目の見えない人, 目が見えない; 本を借りる,
  /// 本が借りられる).
  private static func entries(_ word: String) -> [String] {
    var entries = [word]
    if let first = word.first, "おご".contains(first), word.unicodeScalars.count > 2 {
      entries.append(String(word.dropFirst()))
    }
    // Most words have no child in them, and a text takes long to look for.
    let mayVary = word.unicodeScalars.contains { $0 == "子" || $0 == "こ" }
    for spelling in mayVary ? children : [] {
      guard let place = word.firstRange(of: spelling) else { continue }
      for other in children where other != spelling {
        entries.append(word[..<place.lowerBound] + other + word[place.upperBound...])
      }
    }
    return entries + entries.flatMap(withOtherParticles)
  }

  /// Whether a word that begins so may stand in the thesaurus with another beginning.
  private static func mayVaryAtOnce(_ text: ArraySlice<UInt8>) -> Bool {
    ["お", "ご", "子", "こ"].contains { text.starts(with: $0.utf8) }
  }

  private static let children = ["子ども", "子供", "こども"]
  private static let particles: [Unicode.Scalar] = ["の", "が", "を"]

  private static func withOtherParticles(_ word: String) -> [String] {
    let scalars = word.unicodeScalars
    guard
      let place = scalars.dropFirst().firstIndex(where: { particles.contains($0) || $0 == "は" })
    else { return [] }
    return particles.filter { $0 != scalars[place] }.map { particle in
      word[..<place] + String(particle) + word[scalars.index(after: place)...]
    }
  }
}

extension AnalyzedText {
  fileprivate func isWordEnd(_ end: Int, behind word: String) -> Bool {
    guard end < utf8.count, !boundaries.contains(end) else { return true }
    let next = String(decoding: utf8[end...].prefix(4), as: UTF8.self).unicodeScalars.first
    return next.map(Script.init) != word.unicodeScalars.last.map(Script.init)
  }

  /// The run of hiragana that begins there, as ない behind お金が.
  fileprivate func hiragana(from start: Int) -> String {
    let run = String(decoding: utf8[start...], as: UTF8.self).unicodeScalars.prefix {
      Script($0) == .hiragana
    }
    return String(String.UnicodeScalarView(run))
  }
}

extension AnalyzedText {
  /// Whether katakana stands before or behind: チア of ボランチア is no word.
  fileprivate func isInRun(_ span: Range<Int>) -> Bool {
    character(before: span.lowerBound).isKatakana || character(from: span.upperBound).isKatakana
  }

  /// Of Japanese; of other scripts and at the ends of the text whatever bytes there are.
  fileprivate func character(before place: Int) -> String {
    String(decoding: utf8[..<place].suffix(3), as: UTF8.self)
  }

  fileprivate func character(from place: Int) -> String {
    String(decoding: utf8[place...].prefix(3), as: UTF8.self)
  }
}

extension String {
  /// Whether it is letters of katakana alone; an empty text is not.
  package var isKatakana: Bool {
    !isEmpty && unicodeScalars.allSatisfy { Script($0) == .katakana }
  }
}

extension String {
  fileprivate var isKanji: Bool { !isEmpty && unicodeScalars.allSatisfy { Script($0) == .kanji } }
}

/// What tells words apart where nothing else does.
private enum Script {
  case hiragana, katakana, kanji, other

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x3041...0x309F: self = .hiragana
    case 0x30A0...0x30FF: self = .katakana
    case 0x3400...0x9FFF, 0x3005: self = .kanji
    default: self = .other
    }
  }
}
