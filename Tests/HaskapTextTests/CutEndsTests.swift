import Testing

@testable import HaskapText

/// A piece of a text, normalized by itself, stands in the normalized text in one of its forms.
@Suite struct CutEndsTests {
  private func normalized(_ text: some StringProtocol) throws -> String {
    var options = Analyzer.Options()
    options.joinsWraps = true
    var result = AnalyzedText()
    try Analyzer(named: "keyword", options: options).makeSession().analyze(
      String(text), into: &result)
    return String(decoding: result.utf8, as: UTF8.self)
  }

  @Test(arguments: [
    "会は令和 3年 4 月 1日に、次は平成 31年度", "昭和  5年\n4月 12 日 8名 9人", "電話0144ー32ー6111番 A─3棟",
    "スポ-ツ用品、4 月 1 日 3", "令和 4人と大正 3月の明治  31 年",
  ])
  func everyPieceIsFound(_ text: String) throws {
    let whole = try normalized(text)
    let characters = Array(text)
    for start in characters.indices {
      for end in characters.indices where end > start {
        if characters[start...end].allSatisfy(\.isWhitespace) { continue }
        let normal = try normalized(withoutJoinedSpaces(characters[start...end]))
        let forms = [normal] + WrappedForms.all(of: normal)
        #expect(forms.contains(where: whole.contains), "「\(characters[start...end])」: \(forms)")
      }
    }
  }

  /// Queries drop white space at an end beside Japanese.
  private func withoutJoinedSpaces(_ piece: ArraySlice<Character>) -> String {
    func isJapanese(_ character: Character?) -> Bool {
      character?.unicodeScalars.first.map { NormalizerRun.isJapanese($0.value) } ?? false
    }
    var piece = piece
    let head = piece.drop(while: \.isWhitespace)
    if isJapanese(head.first) { piece = head }
    let tail = piece.reversed().drop(while: \.isWhitespace)
    if isJapanese(tail.first) { piece = Array(tail.reversed())[...] }
    return String(piece)
  }

  /// A number is none that only ends so, and a dash that says what it is stays.
  @Test(arguments: [
    (" 3年", "13年"), (" 3月", "度3月"), (" 4日", "年4日"), ("- 3", "3"), ("サーバー", "サーバ-"), ("a-", "aー"),
  ])
  func formsAreNoOthers(_ piece: String, _ other: String) {
    #expect(!WrappedForms.all(of: piece).contains { other.contains($0) })
  }
}
