import Haskap
import Testing

@Suite struct ExplanationTests {
  private func part(_ score: Double, _ words: [FoundWord]) -> Explanation {
    Explanation(score: score, reason: "part", words: words)
  }

  @Test("What the same words bring in several ways is told once, and adds up")
  func contributions() {
    let (name, text) = (
      FoundWord("健康", in: "name", count: 1), FoundWord("健康", in: "text", count: 2)
    )
    let other = FoundWord("相談", in: "text", count: 1)
    let explanation = Explanation(
      score: 12, reason: "sum", kind: .sum,
      parts: [
        part(1, [name]), part(2, [other]), part(3, [name, text]),
        Explanation(
          score: 6, reason: "best", kind: .best, parts: [part(4, [other]), part(6, [name])]),
        part(0, [other]), Explanation(score: 0, reason: "nothing"),
      ])
    #expect(
      explanation.contributions == [part(10, [name, text]), part(2, [other])])
  }

  @Test("What is for no word stands by itself")
  func withoutWords() {
    let bonus = Explanation(score: 1, reason: "near the beginning")
    let sum = Explanation(score: 2, reason: "sum", kind: .sum, parts: [bonus, bonus])
    #expect(sum.contributions == [bonus, bonus])
  }
}
