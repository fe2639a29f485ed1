import HaskapTestSupport
import Testing

@testable import HaskapCivic

/// Whatever a file holds, reading ends with records or warnings, never with a crash.
@Suite("Damaged collaboration reports") struct CollaborationDamageTests {
  private static let reports = [
    CollaborationFixtures.shared2023, CollaborationFixtures.shared2020,
    CollaborationFixtures.sponsored2020,
  ]

  @Test("a report that is cut anywhere keeps the rows before the cut")
  func cuts() throws {
    for report in Self.reports {
      let whole = try read(report).records
      for length in stride(from: 1, through: report.count, by: 61) {
        let cut = String(report.prefix(length))
        guard cut.contains(where: { !$0.isWhitespace }) else { continue }
        let records = try read(cut).records.filter { $0.layout == .collaboration }
        #expect(records.count <= whole.count)
        for (found, wanted) in zip(records.dropLast(), whole) {
          #expect(found.number == wanted.number && found.line == wanted.line)
        }
      }
    }
  }

  @Test("characters lost, doubled or exchanged", arguments: 0..<20 as Range<UInt64>)
  func noise(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var text = Array(Self.reports[Int(seed % 3)])
    for _ in 0..<40 {
      let place = Int.random(in: 0..<text.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: text.remove(at: place)
      case 1: text.insert(text[place], at: place)
      case 2: text.swapAt(place, Int.random(in: 0..<text.count, using: &random))
      default: text[place] = "（）～、年月日0 \t\n※:".randomElement(using: &random) ?? " "
      }
    }
    let reading = try read(String(text))
    #expect(!reading.records.isEmpty, "seed \(seed)")
    #expect(reading.records.allSatisfy { $0.line >= 1 && $0.line <= text.count })
  }
}
