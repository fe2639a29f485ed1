import HaskapText
import Testing

@Suite struct RomajiTests {
  /// Of any two kana with a third behind them.
  @Test func aKeyMayBeginWithItsKana() throws {
    let kana = (0x3041...0x3096).compactMap { Unicode.Scalar($0) }
    for first in kana {
      for second in kana {
        let text = String(String.UnicodeScalarView([first, second, "ま"]))
        let key = try #require(Romaji.key(ofKana: text))
        #expect(Romaji.mayBegin(key, with: first), "\(text) \(key)")
      }
    }
    #expect(Romaji.mayBegin("kyo", with: "キ") && !Romaji.mayBegin("kyo", with: "さ"))
  }

  /// What is typed begins what is meant, by any of the usual romanizations.
  @Test(arguments: [
    ("とまこまい", ["tomakomai", "toma", "tomako", "tomak"]),
    ("きょうどう", ["kyoudou", "kyodo", "kyōdō", "kyo", "k"]),
    ("しちょう", ["shichou", "sityou", "shicho", "sh", "shich", "sityo"]),
    ("じゅうしょ", ["juusho", "zyuusyo", "jūsho", "j"]),
    ("つうがく", ["tsuugaku", "tuugaku", "ts"]),
    ("ふゆ", ["fuyu", "huyu", "f"]),
    ("しんぶん", ["shimbun", "shinbun", "sinbun"]),
    ("がっこう", ["gakkou", "gakko"]),
    ("まっちゃ", ["matcha", "mattya"]),
    ("ボランティア", ["borantia", "volantia"]),
    ("ミーティング", ["miitingu", "mitingu"]),
    ("パーティー", ["paatii", "pati"]),
    ("ジェット", ["jetto", "je"]),
    ("チェス", ["chesu", "tyesu"]),
    ("ファイル", ["fairu"]),
    ("わかもの", ["wakamono"]),
  ])
  func typedBeginsKana(kana: String, typed: [String]) throws {
    let key = try #require(Romaji.key(ofKana: kana))
    for text in typed {
      let beginning = try #require(Romaji.key(ofLatin: text))
      #expect(key.hasPrefix(beginning), "\(text) → \(beginning), \(kana) → \(key)")
    }
  }

  @Test func othersDoNot() {
    #expect(Romaji.key(ofKana: "港まつり") == nil)
    #expect(Romaji.key(ofLatin: "とま") == nil)
    #expect(Romaji.key(ofLatin: "r5") == nil)
    #expect(Romaji.key(ofLatin: "zzz") == nil)
    #expect(Romaji.key(ofLatin: "ooooka") != nil)
    let key = Romaji.key(ofKana: "とまこまい") ?? ""
    #expect(!["tomo", "dom", "makomai"].contains { key.hasPrefix(Romaji.key(ofLatin: $0) ?? "") })
  }
}

@Suite struct ReadingsTests {
  private let readings = Readings([
    .init("会", reading: "かい"), .init("町内会", reading: "ちょうないかい"), .init("町", reading: "まち"),
  ])

  @Test func longestWordsFirst() {
    #expect(readings.reading(of: "町内会") == "ちょうないかい")
    #expect(readings.reading(of: "町の会ダンス") == "まちのかいだんす")
    #expect(readings.reading(of: "町内") == nil)
  }
}
