import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct DecimalNumberTests {
  private static let edges: [Double] = [
    0, -0.0, 1, -1, 0.1, -0.1, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
    .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 4.5, 1e300,
  ]

  /// The integers of a column have the order of the numbers, and give them back.
  @Test(arguments: 0..<4) func ordered(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let drawn = (0..<500).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite)
    let values = Self.edges + drawn
    for (one, other) in zip(values, values.shuffled(using: &random)) {
      let (left, right) = (DecimalNumber.ordered(one), DecimalNumber.ordered(other))
      #expect((one < other) == (left < right), "seed \(seed): \(one), \(other)")
      #expect(DecimalNumber.value(ofOrdered: left) == one, "seed \(seed): \(one)")
      #expect(DecimalNumber.parse(DecimalNumber.text(one)) == one, "seed \(seed): \(one)")
    }
    #expect(DecimalNumber.value(ofOrdered: .min) == -.infinity)
    #expect(DecimalNumber.value(ofOrdered: .max) == .infinity)
  }

  @Test(arguments: ["", "x", "nan", "inf", "1e999", "0x10", "4,5", " 1", "1-2"])
  func refused(text: String) { #expect(DecimalNumber.parse(text) == nil) }

  /// Ranges and orders of a column against a plain look at each number.
  @Test(arguments: 0..<2) func inAnIndex(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let values = (0..<200).map { _ in Double.random(in: -9...9, using: &random) }
    let folder = TemporaryFolder()
    let schema = try Schema([.decimal("d"), .text("t")])
    let writer = try IndexWriter(path: folder.path, schema: schema)
    for value in values {
      var document: Document = ["t": "a"]
      document.append(value, to: "d")
      try writer.add(document)
    }
    try writer.commit()
    let reader = try IndexReader(path: folder.path)
    let searcher = reader.makeSearcher()
    for _ in 0..<20 {
      let ends = [values.randomElement(using: &random) ?? 0, .random(in: -9...9, using: &random)]
        .sorted()
      let sets = try reader.documents(whereDecimal: "d", isIn: ends[0]...ends[1])
      let expected = values.count { (ends[0]...ends[1]).contains($0) }
      #expect(try searcher.count(.documents(sets)) == expected, "seed \(seed)")
    }
    let sorted = try searcher.prepare(.everything).run(
      SearchRequest(limit: 200, sort: SearchSort(field: "d", isDescending: true)))
    #expect(
      try sorted.hits.map { try reader.storedDocument($0).decimal("d") } == values.sorted(by: >))
  }
}
