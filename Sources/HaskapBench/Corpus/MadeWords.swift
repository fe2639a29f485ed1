internal import HaskapDocuments

/// The many words of made reports: those of civic life, and names that nobody has.
enum MadeWords {
  /// Words that go together; the frequent lists come first.
  static let subjects: [[String]] = {
    var random = SeededGenerator(seed: 1)
    let groups = Thesaurus.civicGroups.map { $0.filter(isNoun) }.filter { !$0.isEmpty }
    return ReportVocabulary.topics.map { [$0] } + groups.shuffled(using: &random)
  }()

  /// Words end in kanji or katakana, verbs and most adjectives in hiragana.
  private static func isNoun(_ word: String) -> Bool {
    let scalars = word.unicodeScalars
    return 2...10 ~= scalars.count && 0x30A0...0x9FFF ~= (scalars.last?.value ?? 0)
      && scalars.allSatisfy { 0x3041...0x9FFF ~= $0.value && $0.value != 0x30FB }
  }

  /// Names with different numbers, below this, are different but for a few.
  static let nameCount = short * ReportVocabulary.syllables.count
  private static let short = { $0 * $0 * $0 }(ReportVocabulary.syllables.count)

  /// A name in katakana; those with small numbers are shorter.
  static func name(_ number: Int) -> String {
    let (count, length) = number < short ? (short, 3) : (nameCount, 4)
    // Neighbors are far from each other, and none are lost: the factor is prime.
    var rest = number * 1_580_003 % count
    return (0..<length).reduce(into: "") { name, _ in
      let syllables = ReportVocabulary.syllables
      name += syllables[rest % syllables.count]
      rest /= syllables.count
    }
  }
}

extension SeededGenerator {
  mutating func subject() -> [String] { MadeWords.subjects[rank(below: MadeWords.subjects.count)] }

  mutating func word() -> String { pick(subject()) }

  /// Of a team, a hall, a product.
  mutating func name() -> String { MadeWords.name(openRank(below: MadeWords.nameCount)) }

  /// Of a family or a place.
  mutating func family() -> String {
    pick(ReportVocabulary.cityBeginnings) + pick(ReportVocabulary.cityEnds)
  }

  mutating func venue() -> String {
    chance(0.3) ? "\(name())ホール" : family() + pick(ReportVocabulary.venues)
  }
}
