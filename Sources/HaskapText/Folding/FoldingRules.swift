/// What each folding makes of a text, given and returned as Unicode scalars.
enum FoldingRules {
  private static let prolongedSoundMark = LookAlikes.prolongedSoundMark

  static func forms(of text: [UInt32], by folding: Folding) -> [[UInt32]] {
    switch folding {
    case .kanji: kanji(in: text)
    case .spelling: FoldingTable.spelling.replacements(in: text)
    case .kana where text.count < shortestInOtherKana && text.allSatisfy(isKana): []
    case .kana:
      FoldingTable.kana.replacements(in: text)
        + FoldingTable.joiningKana.replacements(in: text) { start, _ in joins(text, start) }
    case .dash: FoldingTable.dash.replacements(in: text) { start, _ in mayBeDash(text, start) }
    case .lookAlike:
      lookAlikes(in: text)
    case .iterationMark: IterationMarks.forms(of: text)
    case .longVowel: longVowels(in: text)
    case .middleDot: MiddleDots.without(text)
    case .year: YearForms.forms(of: text)
    case .letterMark: [LetterMarks.without(text)].compactMap { $0 }
    case .hiraganaKatakana: OtherKana.forms(of: text)
    case .space: spaced(text)
    case .numeral: Numerals.forms(of: text)
    }
  }

  private static func lookAlikes(in text: [UInt32]) -> [[UInt32]] {
    let matches = FoldingTable.lookAlike.matches(in: text).filter {
      $0.form.scalars.count > 1 || touchesKatakana(text, $0.start)
    }
    return FoldingTable.replacements(of: matches, in: text)
      + FoldingTable.wholeReplacements(of: matches, in: text)
  }

  private static func kanji(in text: [UInt32]) -> [[UInt32]] {
    [FoldingTable.kanji, .nameKanji].flatMap { table in
      let matches = table.matches(in: text)
      return FoldingTable.wholeReplacements(of: matches, in: text)
        + FoldingTable.replacements(of: matches, in: text)
    }
  }

  private static func touchesKatakana(_ text: [UInt32], _ index: Int) -> Bool {
    [index - 1, index + 1].contains { text.indices.contains($0) && isKatakana(text[$0]) }
  }

  /// True between kanji or numbers: 霞ヶ関, 3ヶ月.
  private static func joins(_ text: [UInt32], _ index: Int) -> Bool {
    index > 0 && index + 1 < text.count && isHan(text[index + 1])
      && (isHan(text[index - 1]) || 0x30...0x39 ~= text[index - 1])
  }

  /// After kana, as ー stands; but a dash between Katakana is normalized to ー in texts already.
  private static func mayBeDash(_ text: [UInt32], _ index: Int) -> Bool {
    guard index > 0, isKana(text[index - 1]) else { return false }
    let isInside =
      isKatakana(text[index - 1]) && index + 1 < text.count && isKatakana(text[index + 1])
    return text[index] != prolongedSoundMark || !isInside
  }

  /// Letters of the shortest word that may lose the ー at its end: サーバー, but neither カー nor
  /// コピー.
  private static let shortestLong = 4

  /// How many Katakana end at a place; ヴァ counts as バ.
  private static func letters(endingAt index: Int, of text: [UInt32]) -> Int {
    let start = text[..<index].lastIndex { !isKatakana($0) }.map { $0 + 1 } ?? 0
    let vu: UInt32 = 0x30F4
    let pairs = (start..<index).count { text[$0] == vu && smallVowels.contains(text[$0 + 1]) }
    return index + 1 - start - pairs
  }

  /// ァィゥェォ
  private static let smallVowels: [UInt32] = [0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9]

  /// Letters of the shortest word of kana that is looked for with other ones: ツテ is no ッテ.
  private static let shortestInOtherKana = 3

  /// More places would crowd out the other forms of a long query.
  private static let mostSpaces = 4

  /// With spaces wherever a number or a Latin word begins or ends beside Japanese, and with one.
  private static func spaced(_ text: [UInt32]) -> [[UInt32]] {
    let places = text.indices.dropFirst().filter {
      isPlain(text[$0 - 1]) && isKanaOrHan(text[$0])
        || isKanaOrHan(text[$0 - 1]) && isPlain(text[$0])
    }
    guard !places.isEmpty, places.count <= mostSpaces else { return [] }
    let space: UInt32 = 0x20
    let single = places.map { Array(text[..<$0] + [space] + text[$0...]) }
    let all = text.indices.flatMap { places.contains($0) ? [space, text[$0]] : [text[$0]] }
    return places.count > 1 ? [all] + single : single
  }

  private static func isPlain(_ scalar: UInt32) -> Bool {
    0x30...0x39 ~= scalar || 0x61...0x7A ~= scalar
  }

  private static func isKanaOrHan(_ scalar: UInt32) -> Bool { isKana(scalar) || isHan(scalar) }

  /// Without a ー at the end of a stretch of Katakana, or with one; and without one inside it.
  private static func longVowels(in text: [UInt32]) -> [[UInt32]] {
    let inside = text.indices.filter { endsPartOfKatakana(text, $0) }
      .map { Array(text[..<$0] + text[($0 + 1)...]) }
    return inside
      + text.indices.compactMap { index -> [UInt32]? in
        let isLast = index + 1 == text.count || !isKatakana(text[index + 1])
        guard isKatakana(text[index]), isLast, index > 0, isKatakana(text[index - 1]) else {
          return nil
        }
        let isLong = text[index] == prolongedSoundMark
        guard letters(endingAt: index, of: text) + (isLong ? 0 : 1) >= shortestLong else {
          return nil
        }
        let head = isLong ? text[..<index] : text[...index] + [prolongedSoundMark]
        return Array(head + text[(index + 1)...])
      }
  }

  /// True for the ー of インター in インターフェース: behind the English ending -er, which is
  /// written with アー, of a part of three letters or more. Elsewhere ー tells words apart, as in
  /// ビール and ビル.
  private static func endsPartOfKatakana(_ text: [UInt32], _ index: Int) -> Bool {
    guard text[index] == prolongedSoundMark, index >= 3, index + 2 < text.count else {
      return false
    }
    return text[index - 3...index + 2].allSatisfy(isKatakana)
      && Self.endings.contains(text[index - 1])
  }

  private static let endings = Set("カガサザタダナバパマヤャラワ".unicodeScalars.map(\.value))

  static func isKatakana(_ scalar: UInt32) -> Bool {
    NormalizerRun.kind(scalar) == CharacterTable.katakana
  }

  static func isKana(_ scalar: UInt32) -> Bool {
    isKatakana(scalar) || 0x3041...0x3096 ~= scalar
  }

  static func isHan(_ scalar: UInt32) -> Bool {
    NormalizerRun.kind(scalar) == CharacterTable.ideograph && scalar >= 0x3400
  }
}
