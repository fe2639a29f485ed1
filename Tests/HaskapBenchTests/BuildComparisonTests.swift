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

  /// Of 300 documents that were read, 100 were built of.
  @Test func phasesAddUpToReadingAndBuilding() throws {
    var result = result([5])
    (result.readingSeconds, result.documentsRead) = (3, 300)
    result.setups[0].documents = 100
    (result.setups[0].adding.values, result.setups[0].committing.values) = ([4], [1])
    for (segmenting, inverting) in [(1.5, 2.5), (9, 0)] {
      result.setups[0].segmenting.values = [segmenting]
      let phases = result.phases(of: result.setups[0])
      #expect(phases.map(\.seconds) == [1, 4 - inverting, inverting, 1, 6])
      #expect(phases.map(\.name).last == "total")
    }
    let table = try #require(BuildReport(result).phases)
    #expect(table.rows.map { $0[2] } == ["16.7", "66.7", "0.0", "16.7", "100"])
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
