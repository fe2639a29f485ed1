import Foundation
import HaskapText
import Testing

@Suite("Texts of unknown encoding") struct DecodedTextTests {
  private static let text = """
    みなと市 協働事業一覧（令和5年度）
    No.\t事業名\t担当課\t団体名
    1\t市民ふれあい清掃\t環境課\tソーラー表示の会
    2\tスマートフォン講座\t高齢福祉課\t公益社団法人シルバー人材センター

    """

  @Test(
    "each encoding is told by its bytes",
    arguments: [
      (String.Encoding.utf8, TextEncoding.utf8), (.shiftJIS, .cp932),
      (.iso2022JP, .iso2022JP), (.utf16LittleEndian, .utf16LittleEndian),
      (.utf16BigEndian, .utf16BigEndian),
    ])
  func encodings(_ encoding: String.Encoding, _ expected: TextEncoding) throws {
    let bytes = try #require(Self.text.data(using: encoding))
    let decoded = try #require(DecodedText(Array(bytes)))
    #expect(decoded.encoding == expected)
    #expect(decoded.text == Self.text)
  }

  @Test("EUC-JP, which Foundation does not write everywhere") func eucJP() throws {
    let bytes: [UInt8] = [
      0xC4, 0xAE, 0xC6, 0xE2, 0xB2, 0xF1, 0xA4, 0xC8, 0xC0, 0xB6, 0xC1, 0xDD, 0xA4, 0xF2, 0xA4,
      0xB7, 0xA4, 0xBF, 0xA1, 0xA3,
    ]
    let decoded = try #require(DecodedText(bytes))
    #expect(decoded.text == "町内会と清掃をした。")
    #expect(decoded.encoding == .eucJP)
  }

  @Test("short texts of kanji alone") func short() throws {
    let bytes: [UInt8] = [0x8B, 0xA6, 0x93, 0xAD]  // 協働
    let decoded = try #require(DecodedText(bytes))
    #expect(decoded.text == "協働")
    #expect(decoded.encoding == .cp932)
  }

  @Test(
    "signs of print and half-width kana",
    arguments: [
      ([0x92, 0xAC, 0x93, 0xE0, 0x89, 0xEF, 0xCA, 0xDD, 0xB6, 0xB8], "町内会ﾊﾝｶｸ"),
      ([0x87, 0x8A, 0x8A, 0x43, 0x87, 0x40, 0x0A], "㈱海①\n"), ([0xFA, 0xB1, 0x93, 0x87], "﨑島"),
    ])
  func printSigns(bytes: [UInt8], text: String) throws {
    let decoded = try #require(DecodedText(bytes))
    #expect(decoded.text == text)
    #expect(decoded.encoding == .cp932)
  }

  @Test(
    "a byte order mark is no text", arguments: [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]])
  func marks(_ mark: [UInt8]) throws {
    let encoding: String.Encoding =
      mark.count == 3 ? .utf8 : mark[0] == 0xFF ? .utf16LittleEndian : .utf16BigEndian
    let bytes = try #require("町内会".data(using: encoding))
    #expect(DecodedText(mark + bytes)?.text == "町内会")
  }

  @Test("a stray control character is no other encoding") func strayEscape() {
    let text = "①\t清掃\u{1B}]52;c;Z\u{7}事業\t町内会\n"
    #expect(DecodedText(Array(text.utf8))?.text == text)
    #expect(DecodedText(Array("a\u{1B}b".utf8)) == nil)
  }

  @Test("bytes of no text are refused")
  func noText() {
    #expect(DecodedText([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]) == nil)
    #expect(DecodedText(Array("町".utf8) + [0xFF, 0x00, 0x1B]) == nil)
    // 町 in UTF-32, whose mark begins as that of UTF-16.
    #expect(DecodedText([0xFF, 0xFE, 0, 0, 0x3A, 0x75, 0, 0]) == nil)
  }
}
