/// Halves sets of documents so that each half has terms of its own: one step of the recursion of
/// `GraphBisection`, on one thread.
final class Bisector {
  private let graph: ForwardIndex
  private let costs: GapCosts
  private let terms: TermTables
  private let documents: Scratch<UInt32>
  private let keys: Scratch<UInt64>
  private let selected: Scratch<UInt64>

  /// How often documents change sides at most; hardly any do after so many rounds (Dhulipala and
  /// others).
  static let rounds = 20

  init(_ graph: ForwardIndex, _ costs: GapCosts) {
    self.graph = graph
    self.costs = costs
    terms = TermTables()
    documents = Scratch()
    keys = Scratch()
    selected = Scratch()
  }

  /// Brings documents in an order in which the first half and the second are unlike each other.
  ///
  /// The terms that these documents have get new numbers; those that tell no half from the other
  /// are forgotten.
  ///
  /// - Parameter termCount: the terms of these documents are below it.
  /// - Returns: the same for the new numbers.
  func halve(_ part: UnsafeMutableBufferPointer<UInt32>, termCount: Int) -> Int {
    let kept = renumberTerms(of: part, termCount)
    let half = part.count / 2
    for document in part[..<half] { terms.move(graph.terms(of: document), by: 1) }
    for round in 0..<Self.rounds {
      terms.findGains(kept, costs)
      findKeys(part, half, round: round)
      if exchange(part, half) == 0 { break }
    }
    return kept
  }

  /// Terms of one document alone, or of all, cost the same whatever the order.
  private func renumberTerms(
    of part: UnsafeMutableBufferPointer<UInt32>, _ termCount: Int
  ) -> Int {
    terms.begin(termCount)
    for document in part { terms.count(graph.terms(of: document)) }
    let kept = terms.renumber(termCount, documentCount: part.count)
    for document in part {
      graph.truncate(document, to: terms.replace(graph.terms(of: document)))
    }
    return kept
  }

  /// How much each document belongs to the left, with its place to tell equal ones apart.
  ///
  /// Two documents that change places have to gain more the later the round, which ends the rounds
  /// sooner at hardly a loss (Mackenzie, Petri and Moffat, "Tradeoff options for bipartite graph
  /// partitioning", 2022).
  private func findKeys(
    _ part: UnsafeMutableBufferPointer<UInt32>, _ half: Int, round: Int
  ) {
    let keys = keys.room(part.count)
    for index in part.indices {
      let list = graph.terms(of: part[index])
      let key = index < half ? Float(round) - terms.gainToRight(list) : terms.gainToLeft(list)
      let bits = key.bitPattern
      let ordered = bits >> 31 == 1 ? ~bits : bits | 1 << 31
      keys[index] = UInt64(ordered) << 32 | UInt64(~UInt32(truncatingIfNeeded: index))
    }
  }

  /// Puts the documents that belong to the left most there, and returns how many others were.
  private func exchange(_ part: UnsafeMutableBufferPointer<UInt32>, _ half: Int) -> Int {
    let (keys, selected) = (keys.room(part.count), selected.room(part.count))
    selected.update(from: keys, count: part.count)
    let least = Selection.find(
      rank: part.count - half,
      of: UnsafeMutableBufferPointer(start: selected, count: part.count))
    let sorted = documents.room(part.count)
    var (left, right, moved) = (0, half, 0)
    for index in part.indices {
      let isLeft = keys[index] >= least
      if isLeft != (index < half) {
        terms.move(graph.terms(of: part[index]), by: isLeft ? 1 : -1)
        moved += 1
      }
      sorted[isLeft ? left : right] = part[index]
      if isLeft { left += 1 } else { right += 1 }
    }
    part.baseAddress?.update(from: sorted, count: part.count)
    return moved
  }
}
