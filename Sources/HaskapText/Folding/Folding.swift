/// A way in which Japanese writing varies. A query is tried as written first, then with these.
public enum Folding: String, CaseIterable, Sendable, Codable {
  /// Old and variant kanji: 鐵/鉄, 髙/高.
  case kanji
  /// Words with several spellings: 子ども/子供/こども.
  case spelling
  /// 佐々木/佐佐木.
  case iterationMark
  /// ー at the end: サーバ/サーバー.
  case longVowel
  /// コミュニティ・スクール without its dot.
  case middleDot
  /// Small and large kana, ヴ/ブ, ヂ/ジ.
  case kana
  /// The whole word in the other kana: ごみ/ゴミ.
  case hiraganaKatakana
  /// 12/十二.
  case numeral
  /// What optical recognition confuses beside Katakana: 口/ロ.
  case lookAlike

  /// How far a form so made stands from what was typed: 1 is the same word, 3 a guess.
  public var tier: Int {
    switch self {
    case .kanji, .spelling, .iterationMark, .longVowel, .middleDot: 1
    case .kana, .hiraganaKatakana: 2
    case .numeral, .lookAlike: 3
    }
  }
}
