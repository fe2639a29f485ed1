import HaskapTestSupport
import Testing

@testable import Haskap
@testable import HaskapText

/// Patterns that run over words, against a look at every character.
@Suite struct RunTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func randomPatterns(seed: UInt64) throws {
    var corpus = UnitCorpus(seed: seed, alphabet: "のa東京協働𠮟業")
    let documents = (0..<260).map { _ in corpus.document(longest: 400) }
    let isLive = documents.map { _ in Int.random(in: 0..<6, using: &corpus.random) > 0 }
    let fixture = try UnitFixture(documents, sizes: [150, 0, 110], isLive: isLive)
    for _ in 0..<40 {
      let patterns = (0..<Int.random(in: 1...5, using: &corpus.random)).map { _ in corpus.pattern()
      }
      let field = Bool.random(using: &corpus.random) ? "title" : "body"
      let reach = Int.random(in: 0...5, using: &corpus.random)
      let query = Query.run(field: field, patterns, reach: reach)
      let expected = documents.indices.filter { number in
        isLive[number]
          && patterns.contains {
            OracleRun($0, reach: reach).fits(fixture.oracle.documents[number][field] ?? [])
          }
      }
      let found = try fixture.searcher.search(query, limit: 1000, counting: true)
      #expect(found.hits.map(fixture.number) == expected, "\(patterns) reach \(reach) seed \(seed)")
      #expect(found.total == expected.count)
      #expect(found.hits.allSatisfy { $0.score == 1 })
    }
  }

  @Test func fieldsWithoutGramsMatchNothing() throws {
    let fixture = try UnitFixture([["body": [UnitTests.cut("東京|都")]]], sizes: [1])
    let pattern = WildcardPattern("東*都")
    #expect(try fixture.searcher.count(.run(field: "body", [pattern])) == 1)
    #expect(try fixture.searcher.count(.run(field: "none", [pattern])) == 0)
    #expect(try fixture.searcher.count(.run(field: "body", [WildcardPattern("*?")])) == 0)
  }
}

extension UnitCorpus {
  fileprivate mutating func pattern() -> WildcardPattern {
    WildcardPattern(
      (0..<Int.random(in: 1...6, using: &random)).map { _ in
        switch Int.random(in: 0..<5, using: &random) {
        case 0: .run
        case 1: .one
        default: .scalar(scalar())
        }
      })
  }
}

/// Tries a pattern at every place of a field, its values one place apart.
private struct OracleRun {
  private let elements: ArraySlice<WildcardPattern.Element>
  private let reach: Int

  /// What is open at the ends of the pattern is left out.
  init(_ pattern: WildcardPattern, reach: Int) {
    let isOpen = { (element: WildcardPattern.Element) in element == .one || element == .run }
    let inner = pattern.elements.drop(while: isOpen)
    let end = inner.lastIndex { !isOpen($0) }
    elements = end.map { inner[...$0] } ?? []
    self.reach = reach
  }

  func fits(_ values: [CutText]) -> Bool {
    let texts = values.map(\.scalars).filter { !$0.isEmpty }
    let text = Array(texts.map { $0.map(Optional.some) }.joined(separator: [nil]))
    guard !elements.isEmpty else { return false }
    return text.indices.contains { fits(elements, text[$0...]) }
  }

  private func fits(
    _ elements: ArraySlice<WildcardPattern.Element>, _ text: ArraySlice<Unicode.Scalar?>
  ) -> Bool {
    guard let first = elements.first else { return true }
    let rest = elements.dropFirst()
    switch first {
    case .run:
      return (0...min(reach, text.count)).contains { fits(rest, text.dropFirst($0)) }
    case .one: return !text.isEmpty && fits(rest, text.dropFirst())
    case .scalar(let scalar):
      guard let next = text.first, next == scalar else { return false }
      return fits(rest, text.dropFirst())
    }
  }
}
