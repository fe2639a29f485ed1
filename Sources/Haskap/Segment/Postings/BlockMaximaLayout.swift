/// What a frequent term can score at most in each run of documents, called a cell.
///
/// ```
/// lowest    u16               the least and the greatest of the cells' ceilings
/// highest   u16
/// levels    4 bits × cells    0: no document; 1 … 15: from the lowest to the highest
/// reached   u16 × 3           what the best 10, 100 and 1,000 documents reach at least
/// ```
/// Cells have 2ᵇ documents, 64 or more, and are aligned with the document numbers, so that those
/// of several terms can be added. They are as short as leaves eight of the term's documents to a
/// cell on average: a ceiling says the less, the more documents it stands for.
///
/// Block-max indexes (Ding and Suel, "Faster top-k document retrieval using block-max indexes",
/// 2011) keep such bounds by block of postings; by run of documents they are those of Dimopoulos,
/// Nepomnyachiy and Suel, "Optimizing top-k document retrieval strategies for block-max indexes",
/// 2013. What the best documents of a term reach is where a search for the best of several terms
/// can start ("quantized threshold", Petri and others, "Accelerated query processing via similarity
/// score prediction", 2019).
struct BlockMaximaLayout: Hashable, Sendable {
  /// The logarithm of a cell's length.
  let bits: Int
  let cells: Int

  static let smallestBits = 6
  static let highestLevel = 15
  /// The numbers of documents whose least score is kept.
  static let reachedBy = [10, 100, 1000]
  /// Terms of up to so many documents have none, since to score them all is quickly done: one in 64 of
  /// the documents of a segment, within bounds. So what a term costs does not depend on how many segments
  /// share its documents.
  static func scoredWhole(of documentCount: Int) -> Int {
    min(max(256, documentCount >> 6), mostScoredWhole)
  }
  static let mostScoredWhole = 2048
  private static let documentsPerCell = 8

  /// Nil when the term has no ceilings.
  init?(documentFrequency: Int, documentCount: Int, options: PostingsOptions) {
    guard options.norms, documentFrequency > Self.scoredWhole(of: documentCount) else {
      return nil
    }
    var bits = Self.smallestBits
    while documentFrequency << bits < Self.documentsPerCell * documentCount { bits += 1 }
    self.bits = bits
    cells = (documentCount + 1 << bits - 1) >> bits
  }

  /// Bytes in front of what the best documents reach.
  var levelsEnd: Int { 4 + (cells + 1) / 2 }

  var byteCount: Int { levelsEnd + 2 * Self.reachedBy.count }

  /// The ceiling (`Impact`) of a level from 1 on.
  static func ceiling(level: Int, lowest: Int, highest: Int) -> Int {
    lowest + ((highest - lowest) * (level - 1) + highestLevel - 2) / (highestLevel - 1)
  }

  /// The least level whose ceiling is not below.
  static func level(_ ceiling: Int, lowest: Int, highest: Int) -> Int {
    guard ceiling > lowest else { return 1 }
    return 2 + (ceiling - lowest - 1) * (highestLevel - 1) / (highest - lowest)
  }
}
