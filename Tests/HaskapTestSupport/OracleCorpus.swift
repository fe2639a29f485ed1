/// Makes random documents whose words are as unevenly frequent as those of real text.
public struct OracleCorpus {
  public var random: SplitMix
  public let vocabulary: [String]

  public init(seed: UInt64, words: Int) {
    random = SplitMix(seed: seed)
    let stems = ["の", "は", "東京", "市民", "a", "ab", "協働事業", "とまこまい", "committee"]
    vocabulary = (0..<words).map {
      $0 < stems.count ? stems[$0] : "\(stems[$0 % stems.count])\($0)"
    }
  }

  /// A word; the n-th is about n times as rare as the first.
  public mutating func word() -> String {
    let unit = Double.random(in: 0..<1, using: &random)
    var rank = 1.0
    for _ in 0..<Int(unit * 20) { rank *= 1.25 }
    return vocabulary[min(Int(rank - 1 + unit * rank), vocabulary.count - 1)]
  }

  public mutating func words(_ count: Int) -> [String] { (0..<count).map { _ in word() } }

  /// A document with a title, a body of one or two values, or nothing now and then.
  public mutating func document(longest: Int) -> OracleDocument {
    var document: OracleDocument = [:]
    if Int.random(in: 0..<10, using: &random) > 0 {
      document["title"] = [words(Int.random(in: 1...6, using: &random))]
    }
    guard Int.random(in: 0..<20, using: &random) > 0 else { return document }
    let values = Int.random(in: 0..<5, using: &random) == 0 ? 2 : 1
    document["body"] = (0..<values).map { _ in
      let isLong = Int.random(in: 0..<8, using: &random) == 0
      return words(Int.random(in: 1...(isLong ? longest : max(1, longest / 8)), using: &random))
    }
    return document
  }
}
