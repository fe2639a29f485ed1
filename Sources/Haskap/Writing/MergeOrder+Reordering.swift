extension MergeOrder {
  /// Brings together documents of segments that have terms in common.
  ///
  /// - Parameters:
  ///   - memoryBudget: for the terms of the documents, in bytes.
  ///   - progress: is told how much has been done, of 1.
  static func reordered(
    _ parts: [Segment], memoryBudget: Int, workers: Int, progress: (Double) -> Void
  ) throws -> MergeOrder {
    let order = MergeOrder(parts)
    let graph = try ForwardIndex(
      parts.map(\.inverted), order.maps, memoryBudget: memoryBudget)
    let documents = try GraphBisection.order(graph, workers: workers, progress: progress)
    var numbers = [UInt32](repeating: 0, count: documents.count)
    for (number, document) in documents.enumerated() { numbers[Int(document)] = UInt32(number) }
    return MergeOrder(order, renumbered: numbers)
  }
}
