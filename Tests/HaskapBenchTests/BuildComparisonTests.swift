import Foundation
import Testing

@testable import HaskapBench

@Suite struct BuildComparisonTests {
  /// Builds of a MiB on a machine whose speed is that of its ICU loop.
  private func result(
    _ seconds: [Double], icu: [Double]? = nil, bytes: Int = 1 << 20, checksum: String? = "a",
    documents: Int = 10
  ) -> BuildResult {
    var result = BuildResult()
    var setup = BuildResult.Setup(
      documents: documents, textBytes: bytes, checksum: checksum, words: 1, threads: 1,
      memoryBudget: 1)
    setup.cpu.values = seconds
    result.setups = [setup]
    result.icuSecondsPerMiB.values = icu ?? seconds.map { _ in 1 }
    return result
  }

  private func verdict(_ seconds: [Double], icu: [Double]? = nil) throws -> BuildComparison.Verdict?
  {
    let before = result([1.0, 1.02, 0.98, 1.01])
    return try BuildComparison(of: result(seconds, icu: icu), with: before).rows.first?.verdict
  }

  /// Of 300 documents that were read, 100 were built of. The parts are those of the build, which the
  /// reading came before.
  @Test func partsAddUpToTheBuild() throws {
    var result = result([5, 50, 5])
    (result.readingSeconds, result.documentsRead) = (3, 300)
    result.setups[0].documents = 100
    result.setups[0].committing.values = [1, 10, 1]
    for (segmenting, inverting) in [(1.5, 2.5), (9, 0)] {
      result.setups[0].segmenting.values = [segmenting, 10 * segmenting, segmenting]
      let phases = result.phases(of: result.setups[0])
      #expect(phases.map(\.seconds) == [4 - inverting, inverting, 1, 5])
      #expect(phases.map(\.name).last == "total")
    }
    #expect(result.reading(of: result.setups[0]) == 1)
    let table = try #require(BuildReport(result).phases)
    #expect(table.rows.map { $0[2] } == ["80.0", "0.0", "20.0", "100"])
    #expect(BuildReport(result).text.contains("Of the build 100 / 1 / 1 MiB"))
  }

  /// A line of text is no measure of the loop.
  @Test func aTinyLoopHasNoRatio() throws {
    let tiny = result([1], bytes: 100)
    #expect(tiny.timesICU(tiny.setups[0]) == nil)
    let column = try #require(BuildReport(tiny).table.headings.firstIndex(of: "CPU ÷ ICU loop"))
    #expect(BuildReport(tiny).table.rows[0][column] == "–")
    let large = result([2])
    #expect(large.timesICU(large.setups[0]) == 2)
  }

  @Test func allFiguresAreComparedByTheRuleThatIsShown() throws {
    func kept(_ size: Int, _ peak: Double) -> BuildResult {
      var result = result([1, 1, 1])
      result.setups[0].wall.values = [1, 1, 1]
      result.setups[0].peakMemory.values = [peak, peak, peak]
      result.setups[0].indexBytes = size
      return result
    }
    var now = kept(2_010_000, 1.04e6)
    now.comparison = try BuildComparison(of: now, with: kept(2_000_000, 1e6))
    let rows = try #require(now.comparison).rows
    #expect(rows.map(\.figure) == [.cpu, .wall, .memory, .size])
    #expect(rows.map(\.verdict) == [.same, .same, .same, .more])
    let text = try #require(BuildReport(now).comparison)
    #expect(text.contains("A change counts where"))
    let lines = text.split(separator: "\n").dropLast()
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(try BuildComparison(of: kept(1, 1e6), with: kept(1, 2e6)).rows[2].verdict == .less)
    // Other work had the processor half of the time.
    now.setups[0].wall.values = [2, 2, 2]
    #expect(try BuildComparison(of: now, with: kept(1, 1)).rows[1].verdict == .tooNoisy)
  }

  @Test func onlyWhatIsBeyondTheNoiseIsAChange() throws {
    #expect(try verdict([2.0, 2.1, 1.9]) == .slower)
    #expect(try verdict([0.5, 0.52, 0.49]) == .faster)
    #expect(try verdict([1.0, 1.03, 0.99]) == .same)
    #expect(try verdict([1.0, 3.0, 0.5]) == .tooNoisy)
    #expect(try verdict([1.2, 1.9, 1.15]) == .tooNoisy)
    #expect(try verdict([2.0, 2.0]) == .tooFew)
  }

  /// All values lie apart, and yet four hundredths are no change.
  @Test func aSmallDifferenceIsNoChange() throws {
    #expect(try verdict([1.045, 1.046, 1.044, 1.045]) == .same)
    #expect(try verdict([1.12, 1.121, 1.119, 1.12]) == .slower)
  }

  @Test func aSlowerMachineIsNoChange() throws {
    #expect(try verdict([2.0, 3.06, 1.96, 4.04], icu: [2, 3, 2, 4]) == .same)
    #expect(try verdict([2.0, 3.06, 1.96, 4.04]) != .same)
  }

  /// Of builds whose time is documents to the power of 1.1.
  private func grown(_ seconds: [Double], from least: Int = 1000) -> PowerLaw? {
    let setups = [1, 10, 100, 1000].map { times -> BuildResult.Setup in
      var setup = result([1], documents: least * times).setups[0]
      setup.cpu.values = seconds.map { $0 * pow(Double(times), 1.1) }
      return setup
    }
    return BuildGrowth.time.law(setups)
  }

  @Test func growthIsToldWhereTheFiguresTellIt() throws {
    let exact = try #require(grown([1, 1, 1]))
    #expect(abs(exact.exponent - 1.1) < 1e-9)
    #expect(try #require(exact.exponentError) < 1e-6)
    // The points lie on a line, but the rounds apart.
    #expect(try #require(grown([0.9, 1, 1.1])?.exponentError) > 0.01)
    #expect(try #require(grown([1])?.exponentError) > 0.01)
    #expect(grown([0.2, 1, 1.8]) == nil)
    #expect(grown([0.001, 0.001, 0.001]) == nil)
  }

  @Test func otherTextsAreNotCompared() throws {
    let now = result([1, 1, 1])
    let others = [
      result([1, 1, 1], bytes: 7), result([1, 1, 1], checksum: "b"),
      result([1, 1, 1], documents: 11),
    ]
    for other in others {
      #expect(throws: BuildComparison.Incomparable.self) {
        try BuildComparison(of: now, with: other)
      }
    }
    #expect(try BuildComparison(of: now, with: result([1], checksum: nil)).rows.count == 1)
  }
}
