/// Words in the other kana: ごみ/ゴミ, まちかどみーてぃんぐ/まちかどミーティング.
enum OtherKana {
  /// How far before the first sign of a foreign word its beginning is looked for.
  private static let farthest = 4
  private static let leastBefore = 2

  /// All in Hiragana and all in Katakana; and what only foreign words have in Katakana alone. None for
  /// what is not all kana.
  static func forms(of text: [UInt32]) -> [[UInt32]] {
    guard text.allSatisfy({ isMark($0) || isHiragana($0) || isKatakana($0) }),
      text.contains(where: { !isMark($0) })
    else { return [] }
    let plain = withoutVu(text).map { [hiragana($0[...]), katakana($0[...])] } ?? []
    let forms = [hiragana(text[...]), katakana(text[...])] + plain + mixed(text)
    return forms.filter { $0 != text }
  }

  /// ばいおりん for ゔぁいおりん or ヴァイオリン, in hiragana; nil for what has neither.
  private static func withoutVu(_ text: [UInt32]) -> [UInt32]? {
    guard text.contains(where: { $0 == vu || $0 == vu + 0x60 }) else { return nil }
    var plain: [UInt32] = []
    for scalar in hiragana(text[...]) {
      if plain.last == voiced[2], let place = smallVowels.firstIndex(of: scalar) {
        plain[plain.count - 1] = voiced[place]
      } else {
        plain.append(scalar == vu ? voiced[2] : scalar)
      }
    }
    return plain
  }

  /// ゔ
  private static let vu: UInt32 = 0x3094
  private static let smallVowels = "ぁぃぅぇぉ".unicodeScalars.map(\.value)
  private static let voiced = "ばびぶべぼ".unicodeScalars.map(\.value)

  /// With a foreign word behind others: it has ー or a small vowel.
  private static func mixed(_ text: [UInt32]) -> [[UInt32]] {
    guard let sign = text.firstIndex(where: { isMark($0) || isSmallVowel($0) }) else { return [] }
    let starts = max(leastBefore, sign - farthest)..<max(leastBefore, sign)
    return starts.reversed().map { hiragana(text[..<$0]) + katakana(text[$0...]) }
  }

  private static func hiragana(_ text: ArraySlice<UInt32>) -> [UInt32] {
    text.map { isKatakana($0) ? $0 - 0x60 : $0 }
  }

  private static func katakana(_ text: ArraySlice<UInt32>) -> [UInt32] {
    text.map { isHiragana($0) ? $0 + 0x60 : $0 }
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    scalar == LookAlikes.prolongedSoundMark
  }

  private static func isHiragana(_ scalar: UInt32) -> Bool { 0x3041...0x3096 ~= scalar }

  private static func isKatakana(_ scalar: UInt32) -> Bool { 0x30A1...0x30F6 ~= scalar }

  /// ぁぃぅぇぉ of either kana.
  private static func isSmallVowel(_ scalar: UInt32) -> Bool {
    let hiragana = isKatakana(scalar) ? scalar - 0x60 : scalar
    return 0x3041...0x3049 ~= hiragana && hiragana % 2 == 1
  }
}
