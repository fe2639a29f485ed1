internal import Glibc

/// The parameters of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25
/// and Beyond", 2009): a term that stands `f` times in a field of length `l` gives
/// `idf × f / (f + k1 × (1 − b + b × l / average))`.
///
/// The constant factor `k1 + 1` of the paper is left out, as it is in Lucene: it changes no order.
public struct BM25: Hashable, Sendable {
  /// How soon a repeated term stops adding to the score.
  public var k1: Double
  /// How much a long field is held against its terms, from 0 (not at all) to 1.
  public var b: Double

  public init(k1: Double = 1.2, b: Double = 0.75) {
    self.k1 = k1
    self.b = b
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
