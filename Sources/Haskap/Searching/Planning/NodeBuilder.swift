/// Builds the nodes of a plan for one segment after the other.
final class NodeBuilder {
  let searcher: Searcher
  /// The one at hand.
  private(set) var segment: Int
  let grid: ScoreGrid
  /// What the nodes of equal units share.
  var matchings: [ObjectIdentifier: SubstringMatching] = [:]
  private var knownCharacters: KnownCharacters?
  let memory: SearchMemory
  let limit: TimeLimit?
  private var paced: PacedTimeLimit

  init(
    searcher: Searcher, segment: Int, grid: ScoreGrid, _ memory: SearchMemory,
    limit: TimeLimit? = TimeLimit.current
  ) {
    self.memory = memory
    (self.limit, paced) = (limit, PacedTimeLimit(limit))
    self.searcher = searcher
    self.segment = segment
    self.grid = grid
  }

  /// Goes on to another segment.
  func begin(_ segment: Int) {
    self.segment = segment
    knownCharacters = nil
    if !matchings.isEmpty { matchings = [:] }
  }

  var characters: KnownCharacters {
    if let knownCharacters { return knownCharacters }
    let made = KnownCharacters()
    knownCharacters = made
    return made
  }

  var index: InvertedIndex { searcher.segments[segment].index }
  private var documentCount: Int { index.documentCount }
  var nothing: any SearchNode { EverythingNode(documentCount: 0, score: 0) }

  func node(_ plan: Plan) throws -> any SearchNode {
    if limit != nil { try paced.step() }
    switch plan {
    case .none: return nothing
    case .everything(let score):
      return EverythingNode(documentCount: documentCount, score: grid.constant(score))
    case .term(let term): return try self.term(term, weight: term.weight) ?? nothing
    case .phrase(let plan): return try phrase(plan)
    case .near(let plan): return try near(plan) ?? nothing
    case .fields(let fields, let weight): return try self.fields(fields, weight: weight)
    case .substring(let plan, let weight): return try substring(plan, weight: weight)
    case .run(let plan, let score): return try run(plan, score: score)
    case .terms(let terms, let score):
      return TermsNode(
        try terms.lists(index, segment: segment), documentCount: documentCount,
        score: grid.constant(score),
        reason: "one of the terms for \(terms.name), which are \(terms.count)")
    case .documents(let sets):
      let words = segment < sets.words.count ? sets.words[segment] : []
      return DocumentSetNode(words: words, score: 0)
    case .all(let plans): return IntersectionNode(try plans.map(node), memory)
    case .any(let plans, let minimum): return try any(plans, minimum: minimum)
    case .best(let plans): return BestNode(try plans.map(node), memory)
    case .not(let plan): return ExclusionNode(try excluded(plan), documentCount: documentCount)
    case .constant(let plan, let score):
      return ConstantNode(try node(plan), score: grid.constant(score))
    }
  }

  /// What is excluded, whatever it would count: many terms of an alternative are one node together.
  private func excluded(_ plan: Plan) throws -> any SearchNode {
    guard case .any(let plans, minimum: 1) = plan, plans.count > Self.fewTerms else {
      return try node(plan)
    }
    let lists = try plans.compactMap(\.ownTerm).compactMap { term -> PostingsReader? in
      guard let info = term.infos[segment], let number = term.field.numbers[segment] else {
        return nil
      }
      return try index.postings(of: info, field: number)
    }
    let terms = TermsNode(
      lists, documentCount: documentCount, score: 0, reason: "one of many terms")
    let others = try nodes(plans.filter { $0.ownTerm == nil })
    return union(terms.cost > 0 ? [terms] + others : others, minimum: 1)
  }

  /// So many are nodes of their own.
  private static let fewTerms = 64

  /// Nil when the segment does not have the term.
  func term(_ plan: TermPlan, weight: Double) throws -> TermNode? {
    guard let info = plan.infos[segment], let number = plan.field.numbers[segment],
      let weights = plan.field.weights[segment]
    else { return nil }
    return try TermNode(
      index, field: number, info: info, weight: grid.weight(weight), weights, text: plan.text,
      memory)
  }

  /// Nil when the segment does not have all the words.
  private func near(_ plan: NearPlan) throws -> (any SearchNode)? {
    let nodes = try plan.terms.compactMap { try term($0, weight: 0) }
    guard nodes.count == plan.terms.count else { return nil }
    return try NearNode(nodes, plan.matcher, weight: grid.weight(plan.weight))
  }

  private func phrase(_ plan: PhrasePlan) throws -> any SearchNode {
    guard plan.mayMatch(inSegment: segment) else { return nothing }
    if plan.pairs.count == 1, let pair = try pair(plan.pairs[0], weight: plan.weight) {
      return pair
    }
    var terms: [TermNode] = []
    terms.reserveCapacity(plan.terms.count)
    for plan in plan.terms {
      guard let term = try term(plan, weight: 0) else { return nothing }
      terms.append(term)
    }
    let pairs = try plan.pairs.map { try pair($0, weight: plan.weight) }
    return try PhraseNode(
      terms, pairs: pairs, order: plan.order, weight: grid.weight(plan.weight))
  }

  /// Two terms side by side; nil when the segment does not list them.
  private func pair(_ plan: TermPlan, weight: Double) throws -> TermNode? {
    guard let info = plan.infos[segment], let number = plan.field.numbers[segment],
      let weights = plan.field.weights[segment],
      let reader = try index.postings(ofPair: info, field: number)
    else { return nil }
    return try TermNode(
      index, field: number, info: info, weight: grid.weight(weight), weights, text: plan.text,
      pair: reader, memory)
  }

  private func any(_ plans: [Plan], minimum: Int) throws -> any SearchNode {
    union(try nodes(plans), minimum: minimum)
  }

  /// Of the plans that may have a match in the segment.
  private func nodes(_ plans: [Plan]) throws -> [any SearchNode] {
    var nodes: [any SearchNode] = []
    nodes.reserveCapacity(plans.count)
    for plan in plans {
      let node = try node(plan)
      if node.cost > 0 { nodes.append(node) }
    }
    return nodes
  }

  private func union(_ nodes: [any SearchNode], minimum: Int) -> any SearchNode {
    guard nodes.count >= minimum else { return nothing }
    return nodes.count == 1 ? nodes[0] : UnionNode(nodes, minimum: minimum, memory)
  }

  private func fields(_ plans: [FieldPlan], weight: Double) throws -> any SearchNode {
    var terms: [TermNode] = []
    var fields: [UnitField] = []
    for plan in plans {
      guard let info = plan.term.infos[segment], let number = plan.term.field.numbers[segment]
      else { continue }
      let weights = plan.field.weights(index, field: number, segment: segment)
      terms.append(
        try TermNode(
          index, field: number, info: info, weight: grid.weight(weight), weights,
          text: plan.term.text, memory))
      fields.append(plan.field)
    }
    guard !terms.isEmpty else { return nothing }
    return FieldsNode(
      terms, fields: fields, weight: grid.weight(weight), k1: Float(searcher.ranking.k1),
      memory)
  }
}

extension Plan {
  /// Nil of what is more than a term.
  fileprivate var ownTerm: TermPlan? { if case .term(let term) = self { term } else { nil } }
}
