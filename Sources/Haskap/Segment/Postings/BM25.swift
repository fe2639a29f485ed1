internal import CLibrary

/// The parameters of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25
/// and Beyond", 2009): a term that stands `f` times in a field of length `l` gives
/// `idf × f / (f + k1 × (1 − b + b × l / average))`.
///
/// The constant factor `k1 + 1` of the paper is left out, as it is in Lucene: it changes no order.
public struct BM25: Hashable, Sendable {
  /// How soon a repeated term stops adding to the score.
  public let k1: Double
  /// How much a long field is held against its terms, from 0 (not at all) to 1.
  public let b: Double

  /// - Parameters:
  ///   - k1: from 0 to 100; other values count as the nearest of these.
  ///   - b: from 0 to 1; other values count as the nearest of these.
  public init(k1: Double = 1.2, b: Double = 0.75) {
    self.k1 = k1.isNaN ? 1.2 : min(max(k1, 0), 100)
    self.b = b.isNaN ? 0.75 : min(max(b, 0), 1)
  }

  /// The weight of a term that stands in `documentFrequency` of `documentCount` documents.
  static func inverseDocumentFrequency(_ documentFrequency: Int, of documentCount: Int) -> Double {
    let found = Double(documentFrequency)
    return log1p((Double(documentCount) - found + 0.5) / (found + 0.5))
  }

  /// For every code of a field's length the number that is added to the frequency below the line.
  func saturations(averageLength: Double, norms: Bool) -> [Float] {
    (0...255).map { code in
      let length = Double(FieldLength.decode(UInt8(code)))
      return Float(norms ? k1 * (1 - b + b * length / averageLength) : k1)
    }
  }
}
