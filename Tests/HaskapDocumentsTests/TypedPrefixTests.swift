import HaskapText
import Testing

@testable import HaskapDocuments

@Suite struct TypedPrefixTests {
  /// What is passed over by its first letter does not fit.
  @Test func whatFitsMayFit() throws {
    let session = try Analyzer(named: "icu").makeSession()
    var analyzed = AnalyzedText()
    func normalized(_ text: String) throws -> String {
      try session.normalize(text, into: &analyzed)
      return String(decoding: analyzed.utf8, as: UTF8.self)
    }
    let readings = Readings([
      Readings.Word("教育", reading: "きょういく"), Readings.Word("町内会", reading: "ちょうないかい"),
      Readings.Word("苫小牧", reading: "とまこまい"),
    ])
    let names = [
      "教育委員会", "町内会", "苫小牧市民祭", "とまこまい", "トマコマイ", "とマト", "ﾄﾏﾄ", "ＰＴＡ", "pta", "①まつり",
      "か\u{3099}くしゅう", "がくしゅう", "カ\u{FF9E}ーデン", "ガーデン", "々", "第1回", "",
    ]
    var fitting = 0
    for typed in ["きょう", "教", "ちょう", "とま", "toma", "ky", "トマ", "pt", "が", "ga", "まつり", "1", "第"] {
      let prefix = TypedPrefix(try normalized(typed), readings)
      for name in names where try prefix.fit(normalized(name)) != nil {
        #expect(prefix.mayFit(name), "\(typed) \(name)")
        fitting += 1
      }
    }
    #expect(fitting > 12)
    #expect(!TypedPrefix("きょう", readings).mayFit("町内会"))
  }
}
