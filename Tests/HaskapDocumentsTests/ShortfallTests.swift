import HaskapDocuments
import Testing

/// Why a request finds nothing, over answers that are counted one by one.
@Suite struct ShortfallTests {
  private typealias Part = Shortfall.Part

  /// Each answer by the parts that it meets.
  private func shortfall(_ parts: [Part], _ answers: [Set<Int>]) -> Shortfall {
    Shortfall(parts) { wanted in answers.count { $0.isSuperset(of: wanted) } }
  }

  @Test func aWordThatNothingHas() {
    let told = shortfall([Part("港", isFilter: false), Part("雪", isFilter: false)], [[1], [1]])
    #expect(told.failedWords == ["港"])
    #expect(told.relaxations == [Relaxation(part: "港", count: 2)])
    #expect(told.sentences == ["「港」を含むものはありません。", "「港」を外すと2件あります。"])
  }

  @Test func aWordUnderOneFilterOfTwo() {
    let parts = [
      Part("港", isFilter: false), Part("年度: 2021", isFilter: true), Part("形態: 共催", isFilter: true),
    ]
    let told = shortfall(parts, [[0, 2], [0], [1, 2]])
    #expect(told.words == [WordCount(text: "港", count: 2, fitting: 0, filters: ["年度: 2021"])])
    #expect(
      told.sentences == [
        "「港」を含むものは2件ありますが、「年度: 2021」に合うものはありません。",
        "「年度: 2021」を外すと1件あります。",
      ])
  }

  @Test func filtersThatOnlyTogetherFail() {
    let parts = [Part("港", isFilter: false), Part("甲", isFilter: true), Part("乙", isFilter: true)]
    let told = shortfall(parts, [[0, 1], [0, 2], [1, 2]])
    #expect(
      told.sentences == [
        "「港」を含むものは2件ありますが、すべての条件に合うものはありません。", "「甲」を外すと1件、「乙」を外すと1件あります。",
      ])
  }

  @Test func aFilterThatNothingPasses() {
    let told = shortfall([Part("港", isFilter: false), Part("甲", isFilter: true)], [[0]])
    #expect(told.emptyFilters == ["甲"])
    #expect(told.sentences.contains("「甲」に合うものは、語を問わずありません。"))
  }

  @Test func wordsThatNeverMeet() {
    let told = shortfall(
      [Part("港", isFilter: false), Part("雪", isFilter: false)], [[0], [1], [1]])
    #expect(told.sentences.first == "すべてがそろうものはありません（「港」1件、「雪」2件）。")
  }
}
