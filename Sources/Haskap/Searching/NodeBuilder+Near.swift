extension NodeBuilder {
  /// Nil when the segment does not have all the words.
  func near(_ plan: NearPlan) throws -> SearchNode? {
    let nodes = try plan.terms.compactMap { try term($0, weight: 0) }
    guard nodes.count == plan.terms.count else { return nil }
    return try NearNode(nodes, plan.matcher, weight: grid.weight(plan.weight))
  }
}
