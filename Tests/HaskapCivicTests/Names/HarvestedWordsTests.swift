import HaskapText
import Testing

@testable import HaskapCivic

@Suite struct HarvestedWordsTests {
  @Test(arguments: [
    // Shattered by the dictionaries.
    ("うとねっと", ["うとねっと"]), ("レッドイーグルス北海道", ["レッドイーグルス"]),
    ("ホッキカレーマップの作成", ["ホッキカレーマップ"]), ("ﾎｯｷｶﾚｰﾏｯﾌﾟ", ["ホッキカレーマップ"]),
    // Known already, or no name in kana.
    ("ボランティアセンター", []), ("苫小牧市社会福祉協議会", []), ("まちをきれいにする会", []), ("", []),
  ])
  func namesInKanaThatAreShattered(_ name: String, _ words: [String]) throws {
    #expect(try HarvestedWords.words(in: [name]).map(\.text) == words)
  }
}
