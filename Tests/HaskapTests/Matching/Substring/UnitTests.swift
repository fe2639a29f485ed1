import HaskapTestSupport
import Testing

@testable import Haskap
@testable import HaskapText

@Suite struct UnitTests {
  /// Same documents, same rungs, same scores as comparing strings.
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func equalsTheOracle(seed: UInt64) throws {
    let alphabets = ["のa", "の東京都a é𠮷ー", "のはをに東京都大阪市民ab cdé𠮷ー。、", "の人二十12,."]
    var corpus = UnitCorpus(seed: seed, alphabet: alphabets[Int(seed) / 3 % 4])
    let count = seed % 4 == 0 ? 700 : 60
    let documents = (0..<count).map { _ in corpus.document(longest: seed % 5 == 0 ? 900 : 60) }
    let first = Int.random(in: 0...count, using: &corpus.random)
    let isLive: [Bool]? =
      seed % 2 == 0
      ? nil : (0..<count).map { _ in Int.random(in: 0..<5, using: &corpus.random) > 0 }
    let fixture = try UnitFixture(documents, sizes: [first, count - first, 0], isLive: isLive)
    for number in 0..<25 {
      let unit = corpus.unit(documents)
      try check(unit, fixture, "seed \(seed), unit \(number): \(unit)")
    }
  }

  /// Beyond one window the documents of a unit are not counted but estimated.
  @Test func equalsTheOracleWhereRarityIsEstimated() throws {
    var corpus = UnitCorpus(seed: 77, alphabet: "の東京都大阪市民ab")
    let documents = (0..<4200).map { _ in corpus.document(longest: 6) }
    let fixture = try UnitFixture(documents, sizes: [4200])
    for number in 0..<4 {
      let unit = corpus.unit(documents)
      try check(unit, fixture, "unit \(number): \(unit)")
    }
  }

  private func check(_ unit: TextUnit, _ fixture: UnitFixture, _ name: String) throws {
    #expect(try fixture.rungs(unit) == fixture.oracle.rungs(unit), "\(name)")
    let expected = fixture.oracle.scores(unit)
    let searcher = fixture.searcher
    let result = try searcher.search(.unit(unit), limit: 10_000, counting: true)
    #expect(result.total == expected.count, "\(name)")
    #expect(try searcher.count(.unit(unit)) == expected.count, "\(name)")
    #expect(Set(result.hits.map(fixture.number)) == Set(expected.keys), "\(name)")
    for hit in result.hits {
      let score = try #require(expected[fixture.number(hit)], "\(name)")
      #expect(abs(hit.score - score) < 1e-4, "\(name), document \(fixture.number(hit))")
    }
    for limit in [1, 4, 25] {
      let best = try searcher.search(.unit(unit), limit: limit, counting: limit == 4)
      #expect(best.hits == Array(result.hits.prefix(limit)), "\(name)")
    }
    let rungs = fixture.oracle.rungs(unit)
    let order = result.hits.compactMap { rungs[fixture.number($0)] }
    #expect(order == order.sorted(), "\(name)")
    for hit in result.hits.prefix(3) {
      let explanation = try #require(
        try searcher.prepare(.unit(unit)).explain(segment: hit.segment, document: hit.document),
        "\(name)")
      #expect(explanation.score == hit.score, "\(name)")
      #expect(explanation.parts.reduce(0) { $0 + $1.score } == hit.score, "\(name)")
    }
  }

  /// Words are between bars. The order is that of the rungs; 町|内側 before 市町|内|の道, which are on
  /// the same, because it is shorter.
  @Test(arguments: [
    ("京都", ["京都|の|町", "京都人|の|町", "新京都人|の|町", "東京|都|の|町", "町"], [0, 1, 2, 3]),
    ("町|内", ["市町内外", "市町|内|の道", "町|内|の", "町|内側", "京都"], [2, 3, 1, 0]),
    ("a", ["bab|c", "ab|c", "a|b"], [2, 1, 0]),
  ])
  func rungsByHand(unit: String, texts: [String], order: [Int]) throws {
    let documents = texts.map { ["body": [Self.cut($0)]] as UnitDocument }
    let fixture = try UnitFixture(documents, sizes: [documents.count])
    let query = TextUnit(
      fields: [WeightedField("body")], variants: [UnitVariant(Self.cut(unit))])
    let result = try fixture.searcher.search(.unit(query), limit: 10)
    #expect(result.hits.map(fixture.number) == order)
  }

  @Test func explainsTheRung() throws {
    let documents = ["東京|都", "京都|の|京都人"].map { ["body": [Self.cut($0)]] as UnitDocument }
    let fixture = try UnitFixture(documents, sizes: [2])
    let query = Query.unit(
      TextUnit(
        fields: [WeightedField("body")], variants: [UnitVariant(utf8: Array("京都".utf8))]))
    let across = try #require(try fixture.searcher.prepare(query).explain(segment: 0, document: 0))
    #expect(across.description.contains("'京都' across the cuts of words"))
    #expect(across.description.contains("rung 4 of 4"))
    let aligned = try #require(try fixture.searcher.prepare(query).explain(segment: 0, document: 1))
    #expect(aligned.description.contains("'京都' as whole words"))
    #expect(
      aligned.description.contains(
        "'京都' 1 times as whole words in 'body', '京都' 1 times at the edge of a longer word"))
  }

  @Test func anUnknownFieldMatchesNothing() throws {
    let fixture = try UnitFixture([["body": [Self.cut("京都")]]], sizes: [1])
    let variants = [UnitVariant(utf8: Array("京都".utf8))]
    let unknown = TextUnit(fields: [WeightedField("nothing")], variants: variants)
    #expect(try fixture.searcher.search(.unit(unknown), limit: 10).hits.isEmpty)
    let empty = TextUnit(fields: [WeightedField("body")], variants: [UnitVariant(utf8: [])])
    #expect(try fixture.searcher.search(.unit(empty), limit: 10).hits.isEmpty)
  }

  @Test func rangesForMarking() throws {
    var text = AnalyzedText()
    try Analyzer(named: "icu").makeSession()
      .analyze("Ｔｏｋｙｏの東京都、東京", into: &text, mapOffsets: true)
    let variants = ["東京", "東京都", "tokyo", "大阪", ""].map { UnitVariant(utf8: Array($0.utf8)) }
    let ranges = TextUnit(fields: [], variants: variants).ranges(in: text)
    #expect(ranges == [0..<5, 8..<17, 20..<26])
    #expect(ranges.map(text.offsetMap.originalRange(of:)) == [0..<15, 18..<27, 30..<36])
  }

  /// Units longer than one load of boundary bits.
  @Test(arguments: [55, 56, 57, 58, 111, 112, 113, 300])
  func longUnits(length: Int) throws {
    var corpus = UnitCorpus(seed: UInt64(length), alphabet: "のa東京")
    let text = corpus.text(1000)
    let fixture = try UnitFixture([["body": [text]]], sizes: [1])
    let cut = CutText(text)
    for start in stride(from: 0, through: 1000 - length, by: 37) {
      let cuts = cut.boundaries.filter { $0 > start && $0 < start + length }.map { $0 - start }
      for cuts in [cuts, [], [cuts.first ?? 1]] {
        let utf8 = cut.scalars[start..<start + length].flatMap { Array(String($0).utf8) }
        let unit = TextUnit(
          fields: [WeightedField("body")], variants: [UnitVariant(utf8: utf8, cuts: cuts)])
        #expect(try fixture.rungs(unit) == fixture.oracle.rungs(unit), "start \(start)")
      }
    }
  }

  /// A text whose words are between bars.
  static func cut(_ text: String) -> AnalyzedText {
    var scalars: [Unicode.Scalar] = []
    var cuts: Set<Int> = []
    for scalar in text.unicodeScalars {
      if scalar == "|" { cuts.insert(scalars.count) } else { scalars.append(scalar) }
    }
    return UnitCorpus.text(scalars, isCut: cuts.contains)
  }
}
