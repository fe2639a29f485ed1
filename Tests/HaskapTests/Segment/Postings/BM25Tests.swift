import Testing

@testable import Haskap

/// The figures were computed by hand (to seven digits) from the formulas in the documentation.
@Suite struct BM25Tests {
  @Test func inverseDocumentFrequency() {
    // ln(1 + (10 − 3 + 0.5) / (3 + 0.5)) = ln(22/7)
    #expect(abs(BM25.inverseDocumentFrequency(3, of: 10) - 1.1451323) < 1e-7)
    // A term in every document still counts for something: ln(1 + 0.5 / 10.5) = ln(22/21).
    #expect(abs(BM25.inverseDocumentFrequency(10, of: 10) - 0.0465200) < 1e-7)
    let all = (1...1000).map { BM25.inverseDocumentFrequency($0, of: 1000) }
    #expect(zip(all, all.dropFirst()).allSatisfy { $0 > $1 && $1 > 0 })
  }

  @Test func saturationsFollowTheLength() {
    let saturations = BM25(k1: 1.2, b: 0.75).saturations(averageLength: 20, norms: true)
    #expect(saturations.count == 256)
    // Length 20 is the average: k1 alone. Length 10: 1.2 × (0.25 + 0.375). Length 0: 1.2 × 0.25.
    #expect(abs(saturations[20] - 1.2) < 1e-6)
    #expect(abs(saturations[10] - 0.75) < 1e-6)
    #expect(abs(saturations[0] - 0.3) < 1e-6)
    #expect(zip(saturations, saturations.dropFirst()).allSatisfy { $0 < $1 })
    let plain = BM25(k1: 1.2, b: 0.75).saturations(averageLength: 20, norms: false)
    #expect(plain.allSatisfy { $0 == 1.2 })
  }

  @Test func termScoreOfATextbookCase() {
    // weight 2, frequency 3, saturation 1.5: 2 × 3 / 4.5 = 4/3, in steps of 2⁻¹⁹ 699050.67.
    let grid = ScoreGrid(weight: 2, total: 2)
    #expect(termScore(weight: grid.weight(2), frequency: 3, saturation: 1.5) == 699_051)
    #expect(abs(grid.score(699_051) - 4 / 3.0) < 1e-5)
  }

  /// The vector code gives to the last bit what the plain formula gives, in every lane.
  @Test func vectorsScoreLikeOneDocument() {
    let codes = (0..<200).map { UInt8($0 % 97) }
    let saturations = BM25().saturations(averageLength: 37, norms: true)
    let documents = (0..<128).map { UInt32($0 + $0 / 3) }
    let frequencies: [UInt32] = (0..<128).map { $0 == 77 ? .max : UInt32($0 * $0 % 500 + 1) }
    codes.withUnsafeBufferPointer { codes in
      saturations.withUnsafeBufferPointer { saturations in
        let scorer = TermScorer(
          weight: 4_321_987, codes: codes.baseAddress.unsafelyUnwrapped,
          saturations: saturations.baseAddress.unsafelyUnwrapped)
        for count in [1, 7, 8, 9, 127, 128] {
          var scores = [UInt32](repeating: 0, count: 136)
          scorer.score(documents + [0], frequencies + [0], count: count, into: &scores)
          #expect(
            scores[..<count].elementsEqual(
              (0..<count).map { scorer.score(documents[$0], frequency: frequencies[$0]) }))
        }
      }
    }
  }
}
