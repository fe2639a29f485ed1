import HaskapCivic
import Testing

@Suite struct NameFoldingTests {
  private let folding = NameFolding(places: [
    ("とまこまい", "苫小牧"), ("TOMAKOMAI", "苫小牧"), ("苦小牧", "苫小牧"),
  ])

  @Test(arguments: [
    ("C. A. W", "caw"), ("Ｍａｍｍｙ　Pro", "mammypro"), ("松本鐵工所", "松本鉄工所"), ("髙澤 秀次", "高沢秀次"),
    ("全麵協", "全麺協"),
    ("とまこまい港まつり", "苫小牧港まつり"), ("in TOMAKOMAI", "in苫小牧"), ("苦小牧市", "苫小牧市"), ("苦手", "苦手"),
    ("ジェイ・アール・サービス・ネット", "ジエイアールサービスネツト"), ("ｼﾞｪｲ･ｱｰﾙ", "ジエイアール"), ("サ－ビス", "サービス"),
    ("か\u{3099}んは\u{309A}", "がんぱ"), ("佐々木", "佐佐木"), ("子供会", "こども会"), ("子ども会", "こども会"),
    ("障がい者", "障害者"), ("「群'73」", "群73"), ("\u{FA19}社", "神社"), ("葛\u{E0100}", "葛"),
  ])
  func keys(name: String, key: String) {
    #expect(folding.key(name) == key)
  }

  @Test func looseKeys() {
    #expect(folding.looseKey("サーバー") == folding.looseKey("さば"))
    #expect(folding.looseKey("ヴァイオリン") == folding.looseKey("ブァイオリン"))
    #expect(folding.looseKey("ハヂ") == folding.looseKey("ハジ"))
    #expect(folding.key("ふれあい") != folding.key("フレアイ"))
  }

  /// What is folded stays as it is when folded again.
  @Test func isIdempotent() {
    for name in ["ｶﾞｰﾃﾞﾝ", "鐵道", "障がい児", "ＴＯＭＡＫＯＭＡＩ", "佐々木", "子供"] {
      #expect(folding.key(folding.key(name)) == folding.key(name))
    }
  }
}
