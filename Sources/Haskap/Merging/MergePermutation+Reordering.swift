extension MergePermutation {
  /// Brings together documents of segments that have terms in common. The order stays as it is
  /// where that would not make the gaps between a term's documents shorter, in the mean of their
  /// logarithms: documents may come in a better order than is found, say that of books.
  ///
  /// - Parameters:
  ///   - memoryBudget: for the terms of the documents, in bytes.
  ///   - progress: is told how much has been done, of 1.
  static func reordered(
    _ parts: [Segment], memoryBudget: Int, workers: Int, progress: (Double) -> Void
  ) throws -> MergePermutation {
    let order = MergePermutation(parts)
    let makeGraph = {
      try ForwardIndex(parts.map(\.inverted), order.maps, memoryBudget: memoryBudget)
    }
    let (documents, gapsBefore) = try bisected(makeGraph(), workers: workers, progress)
    guard try makeGraph().gapBits(of: documents) < gapsBefore else { return order }
    var numbers = [UInt32](repeating: 0, count: documents.count)
    for (number, document) in documents.enumerated() { numbers[Int(document)] = UInt32(number) }
    return MergePermutation(order, renumbered: numbers)
  }

  /// The graph's documents in a new order, and what its gaps took in the old one. The graph is gone
  /// when this returns: another would not fit into the budget beside it.
  private static func bisected(
    _ graph: consuming ForwardIndex, workers: Int, _ progress: (Double) -> Void
  ) throws -> (documents: [UInt32], gapsBefore: Double) {
    let gaps = graph.gapBits(of: 0..<UInt32(graph.documentCount))
    return (try GraphBisection.order(graph, workers: workers, progress: progress), gaps)
  }
}
