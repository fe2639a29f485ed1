import Testing

@testable import HaskapCivic

/// Text that recognition or an editor has damaged is read as far as it goes: no crash, and every line
/// that looks like a row is a record, part of one, or a warning.
@Suite struct DamagedReportTests {
  /// Knuth's linear congruential generator, as in MMIX.
  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state
    }
  }

  private static func damaged(_ lines: [Substring], seed: UInt64) -> [Substring] {
    var random = Random(state: seed)
    let marks = Array("\t\t\t()【】<>&;①・、:：※。0123456789R月回/～★☆ ")
    return lines.map { line in
      var letters = Array(line)
      for _ in 0..<Int.random(in: 0...6, using: &random) where !letters.isEmpty {
        let place = Int.random(in: letters.indices, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: letters.remove(at: place)
        case 1: letters.insert(marks.randomElement(using: &random) ?? " ", at: place)
        default: letters = Array(letters[..<place])
        }
      }
      return Substring(String(letters))
    }
  }

  @Test(arguments: 1...60) func damagedReportsAreRead(_ seed: UInt64) {
    let council = Self.damaged(CouncilFixture.lines, seed: seed)
    let pledges = Self.damaged(PledgesFixture.lines, seed: seed)
    let first = CouncilReader.read(document: "x", lines: council)
    let second = PledgesReader.read(document: "x", lines: pledges)
    #expect(first.records.allSatisfy { (1...council.count).contains($0.line) }, "seed \(seed)")
    #expect(second.records.allSatisfy { (1...pledges.count).contains($0.line) }, "seed \(seed)")
    #expect(
      first.records.flatMap(\.results).allSatisfy { $0.value.map { $0 >= 0 } ?? true },
      "seed \(seed)")
    #expect(second.records.allSatisfy { !$0.name.isEmpty }, "seed \(seed)")
  }

  /// Every suffix of a report is a fragment.
  @Test func everySuffixIsRead() {
    for first in CouncilFixture.lines.indices {
      let rest = Array(CouncilFixture.lines[first...])
      #expect(!CouncilReader.read(document: "x", lines: rest).records.isEmpty)
    }
    for first in PledgesFixture.lines.indices {
      let rest = Array(PledgesFixture.lines[first...])
      #expect(!PledgesReader.read(document: "x", lines: rest).records.isEmpty)
    }
  }
}
