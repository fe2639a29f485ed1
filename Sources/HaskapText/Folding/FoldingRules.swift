/// What each folding makes of a text, given and returned as Unicode scalars.
enum FoldingRules {
  private static let iterationMark: UInt32 = 0x3005
  private static let prolongedSoundMark = LookAlikes.prolongedSoundMark

  static func forms(of text: [UInt32], by folding: Folding) -> [[UInt32]] {
    switch folding {
    case .kanji:
      [FoldingTable.kanji, .nameKanji].flatMap {
        $0.wholeReplacements(in: text) + $0.replacements(in: text)
      }
    case .spelling: FoldingTable.spelling.replacements(in: text)
    case .kana:
      FoldingTable.kana.replacements(in: text)
        + FoldingTable.joiningKana.replacements(in: text) { start, _ in joins(text, start) }
    case .dash: FoldingTable.dash.replacements(in: text) { start, _ in mayBeDash(text, start) }
    case .lookAlike:
      FoldingTable.lookAlike.replacements(in: text) { start, form in
        form.scalars.count > 1 || touchesKatakana(text, start)
      }
    case .iterationMark: iterationMarks(in: text)
    case .longVowel: longVowels(in: text)
    case .middleDot: MiddleDots.without(text)
    case .year: YearForms.forms(of: text)
    case .hiraganaKatakana: [otherKana(text)].compactMap { $0 }
    case .numeral: Numerals.forms(of: text)
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

  /// After kana, as ー stands; but a dash between Katakana is normalised to ー in texts already.
  private static func mayBeDash(_ text: [UInt32], _ index: Int) -> Bool {
    guard index > 0, isKana(text[index - 1]) else { return false }
    let isInside =
      isKatakana(text[index - 1]) && index + 1 < text.count && isKatakana(text[index + 1])
    return text[index] != prolongedSoundMark || !isInside
  }

  /// An iteration mark for the second of two equal characters, and the character for the mark.
  private static func iterationMarks(in text: [UInt32]) -> [[UInt32]] {
    text.indices.dropFirst().compactMap { index -> [UInt32]? in
      var form = text
      if let repeated = repeated(text[index - 1], by: text[index]) {
        form[index] = repeated
      } else if text[index] == text[index - 1], isHan(text[index]) {
        form[index] = iterationMark
      } else {
        return nil
      }
      return form
    }
  }

  /// What a mark stands for after a character: 々 after kanji, ゝ and ヽ after kana, ゞ and ヾ for
  /// the voiced kana, which is the next scalar where there is one.
  private static func repeated(_ before: UInt32, by mark: UInt32) -> UInt32? {
    switch mark {
    case iterationMark: isHan(before) ? before : nil
    case 0x309D, 0x30FD: isKana(before) ? before : nil
    case 0x309E, 0x30FE: voiced(before)
    default: nil
    }
  }

  private static func voiced(_ kana: UInt32) -> UInt32? {
    guard isKana(kana), let plain = Unicode.Scalar(kana), let next = Unicode.Scalar(kana + 1)
    else { return nil }
    return String(plain) + "\u{3099}" == String(next) ? kana + 1 : nil
  }

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

  /// The text in Katakana if it is all Hiragana, and the reverse; nil for any other.
  private static func otherKana(_ text: [UInt32]) -> [UInt32]? {
    let letters = text.filter { $0 != prolongedSoundMark }
    let isHiragana = letters.allSatisfy { 0x3041...0x3096 ~= $0 }
    let isKatakana = letters.allSatisfy { 0x30A1...0x30F6 ~= $0 }
    guard !letters.isEmpty, isHiragana || isKatakana else { return nil }
    return text.map { scalar in
      if scalar == prolongedSoundMark { return scalar }
      return isHiragana ? scalar + 0x60 : scalar - 0x60
    }
  }

  static func isKatakana(_ scalar: UInt32) -> Bool {
    NormalizerRun.kind(scalar) == CharacterTable.katakana
  }

  private static func isKana(_ scalar: UInt32) -> Bool {
    isKatakana(scalar) || 0x3041...0x3096 ~= scalar
  }

  private static func isHan(_ scalar: UInt32) -> Bool {
    NormalizerRun.kind(scalar) == CharacterTable.ideograph && scalar >= 0x3400
  }
}
