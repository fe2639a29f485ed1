/// The dot between the parts of a name: コミュニティ・スクール and コミュニティスクール.
enum MiddleDots {
  private static let dot: UInt32 = 0x30FB
  /// More places would crowd out the other forms of a long query.
  private static let mostPlaces = 6
  /// ぁぃぅぇぉっゃゅょゎ, as Katakana.
  private static func isSmallKana(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE: true
    default: false
    }
  }
  private static let smallTsu: UInt32 = 0x30C3
  private static let syllabicN: UInt32 = 0x30F3

  /// Without all its dots, and without each.
  static func without(_ text: [UInt32]) -> [[UInt32]] {
    let dots = text.indices.filter { text[$0] == dot }
    guard !dots.isEmpty, dots.count < text.count else { return [] }
    let bare = text.filter { $0 != dot }
    return [bare] + (dots.count > 1 ? dots.map { Array(text[..<$0] + text[($0 + 1)...]) } : [])
  }

  /// With a dot at one place where a part of a name may begin: where words are cut, and inside
  /// Katakana, which ICU takes for one word up to eight letters, wherever a word could begin. And
  /// with one at every cut: まち・ひと・しごと.
  ///
  /// - Parameter cuts: where the words of the text are cut, in scalars.
  static func with(_ text: [UInt32], cuts: [Int]) -> [[UInt32]] {
    let inKatakana = text.indices.filter { beginsKatakanaWord(text, $0) }
    let ends = [0] + cuts + [text.count]
    let atCuts = cuts.indices.filter { isBetweenNames(text, ends[$0...$0 + 2]) }.map { cuts[$0] }
    let places = atCuts + inKatakana.filter { !atCuts.contains($0) }
    let single = places.prefix(mostPlaces).map { Array(text[..<$0] + [dot] + text[$0...]) }
    return 2...mostPlaces ~= atCuts.count ? single + [dotted(text, at: atCuts)] : single
  }

  private static func dotted(_ text: [UInt32], at places: [Int]) -> [UInt32] {
    text.indices.flatMap { places.contains($0) ? [dot, text[$0]] : [text[$0]] }
  }

  /// True if Japanese stands on both sides of the second end, and neither piece is a single
  /// Hiragana, as particles and the ends of verbs are.
  private static func isBetweenNames(_ text: [UInt32], _ ends: ArraySlice<Int>) -> Bool {
    let (start, cut, end) = (ends[ends.startIndex], ends[ends.startIndex + 1], ends.last ?? 0)
    let isJapanese = text[cut - 1...cut].allSatisfy {
      NormalizerRun.kind($0) >= CharacterTable.katakana
    }
    return isJapanese && mayBegin(text[cut]) && !isSingleHiragana(text[start..<cut])
      && !isSingleHiragana(text[cut..<end])
  }

  private static func isSingleHiragana(_ piece: ArraySlice<UInt32>) -> Bool {
    piece.count == 1 && piece.allSatisfy { 0x3041...0x3096 ~= $0 }
  }

  /// Two Katakana at least on either side.
  private static func beginsKatakanaWord(_ text: [UInt32], _ index: Int) -> Bool {
    guard index >= 2, index + 2 <= text.count else { return false }
    return text[index - 2..<index + 2].allSatisfy(FoldingRules.isKatakana)
      && mayBegin(text[index]) && text[index - 1] != smallTsu
  }

  private static func mayBegin(_ scalar: UInt32) -> Bool {
    scalar != LookAlikes.prolongedSoundMark && scalar != syllabicN && !isSmallKana(scalar)
  }
}
