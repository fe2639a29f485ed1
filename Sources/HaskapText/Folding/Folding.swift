/// A way in which Japanese writing varies. A query is tried as written first, then with these;
/// each can be switched on and off for a field (`Field.TextOptions.foldings`).
///
/// `kanji`, `spelling`, `kana`, `dash` and `lookAlike` are tables in `Resources/folding-….tsv`,
/// each with its source; the others are rules over whole classes of characters, for which a table
/// would be silly: every kanji doubles, every number has its kanji.
public enum Folding: String, CaseIterable, Sendable, Codable {
  /// Old and variant kanji: 鐵/鉄, 髙/高.
  case kanji
  /// Words with several spellings: 子ども/子供/こども.
  case spelling
  /// 佐々木/佐佐木, いすゞ/いすず, いろ〳〵/いろいろ.
  case iterationMark
  /// ー at the end of words of four letters and more: サーバ/サーバー.
  case longVowel
  /// What stands for ー: らーめん/ら~めん.
  case dash
  /// コミュニティ・スクール without its dot, ボランティアセンター with one.
  case middleDot
  /// Years: 令和5年度/R5年度/2023年度; 年 stays 年 and 年度 stays 年度.
  case year
  /// Latin letters with and without marks: café/cafe.
  case letterMark
  /// Small and large kana, ヴ/ブ, ヂ/ジ.
  case kana
  /// The whole word in the other kana: ごみ/ゴミ.
  case hiraganaKatakana
  /// 定員20名 with spaces around the number, as 第 3 回; Latin words likewise.
  case space
  /// Numbers before what they count: 12回/十二回.
  case numeral
  /// What optical recognition confuses: 口/ロ beside Katakana, 苦小牧/苫小牧.
  case lookAlike

  /// How far a form so made stands from what was typed: 1 is the same word, 3 a guess.
  public var tier: Int {
    switch self {
    case .kanji, .spelling, .iterationMark, .longVowel, .dash, .middleDot, .year, .letterMark: 1
    case .kana, .hiraganaKatakana, .space: 2
    case .numeral, .lookAlike: 3
    }
  }
}
