/// Finds an order in which documents that have terms in common stand together, so that gaps
/// between a term's documents are short and whole runs of documents can be passed over.
///
/// Recursive graph bisection: the documents are halved so that the terms' gaps, in bits, become as
/// small as exchanging documents between the halves can make them, and each half is halved in turn
/// (Dhulipala and others, "Compressing graphs and indexes with recursive graph bisection", 2016;
/// Mackenzie, Petri and Moffat, "Faster index reordering with bipartite graph partitioning",
/// 2021). The same documents always get the same order, whatever the number of threads.
struct GraphBisection: Sendable {
  private let graph: ForwardIndex
  private let documents: Documents

  /// Sets of so many documents are not halved any more.
  private static let leafLength = 32
  /// Smaller sets are halved up to the end by one thread, and larger ones, in pieces, by all.
  private static let shareOfPiece = 64

  private final class Documents: @unchecked Sendable {  // No two threads touch the same element.
    let all: UnsafeMutableBufferPointer<UInt32>

    init(count: Int) {
      all = .allocate(capacity: count)
      for document in 0..<count { all.initializeElement(at: document, to: UInt32(document)) }
    }

    deinit { all.deallocate() }

    subscript(range: Range<Int>) -> UnsafeMutableBufferPointer<UInt32> {
      UnsafeMutableBufferPointer(rebasing: all[range])
    }
  }

  /// Documents that stay together, and what their terms are below.
  private struct Part {
    var range: Range<Int>
    var termCount: Int

    var halves: (Range<Int>, Range<Int>) {
      let middle = range.lowerBound + range.count / 2
      return (range.lowerBound..<middle, middle..<range.upperBound)
    }
  }

  private init(_ graph: ForwardIndex) {
    self.graph = graph
    documents = Documents(count: graph.documentCount)
  }

  /// The graph's documents in the new order. The graph is of no use afterwards.
  ///
  /// - Parameter progress: is told how much has been done, of 1.
  static func order(
    _ graph: ForwardIndex, workers: Int, progress: (Double) -> Void
  ) throws -> [UInt32] {
    let bisection = GraphBisection(graph)
    let costs = GapCosts(documentCount: graph.documentCount)
    try bisection.run((0..<max(1, workers)).map { _ in Bisector(graph, costs) }, progress)
    return Array(bisection.documents.all)
  }

  private func run(_ bisectors: [Bisector], _ progress: (Double) -> Void) throws {
    let all = graph.documentCount
    let pieceLength = max(all / Self.shareOfPiece, Self.leafLength)
    let levels = Double(max(1, Self.levels(all)))
    var done = 0.0
    var parts = [Part(range: 0..<all, termCount: graph.termCount)]
    while let longest = parts.map(\.range.count).max(), longest > 0 {
      let isLast = longest <= pieceLength
      let levelsDone = isLast ? max(1, Self.levels(longest)) : 1
      var next: [Part] = []
      try OrderedWork.run(
        parts.count, workers: bisectors,
        work: { [parts] bisector, index in
          isLast ? self.finish(parts[index], bisector) : self.halve(parts[index], bisector)
        },
        take: { halves in
          next += halves.parts
          done += Double(halves.count * levelsDone) / (Double(all) * levels)
          progress(min(1, done))
        })
      parts = next
    }
  }

  /// How often a set is halved until nothing is left to do.
  private static func levels(_ count: Int) -> Int {
    var (levels, rest) = (0, count)
    while rest > leafLength { (levels, rest) = (levels + 1, (rest + 1) / 2) }
    return levels
  }

  /// What became of a part.
  private struct Outcome {
    /// Its documents.
    var count: Int
    var parts: [Part] = []
  }

  private func halve(_ part: Part, _ bisector: Bisector) -> Outcome {
    let termCount = bisector.halve(documents[part.range], termCount: part.termCount)
    let (left, right) = part.halves
    return Outcome(
      count: part.range.count,
      parts: [Part(range: left, termCount: termCount), Part(range: right, termCount: termCount)])
  }

  /// Halves a part up to the end. The smallest sets keep the order that they had at first.
  private func finish(_ part: Part, _ bisector: Bisector) -> Outcome {
    guard part.range.count > Self.leafLength else {
      var leaf = documents[part.range]
      leaf.sort()
      return Outcome(count: part.range.count)
    }
    for half in halve(part, bisector).parts { _ = finish(half, bisector) }
    return Outcome(count: part.range.count)
  }
}
