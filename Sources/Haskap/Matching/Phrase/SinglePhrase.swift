/// Finds a phrase in one document after the other, by whole positions.
final class SinglePhrase {
  private let terms: [(positions: TermPositions, offset: Int)]

  init(_ terms: [PhraseTerm]) throws {
    self.terms = try terms.map { term in
      let node = term.node
      return (
        try TermPositions(node.index, field: node.field, info: node.info), Int(term.offset)
      )
    }
  }

  /// Where the phrase begins, in ascending order.
  func starts(in document: UInt32) -> [UInt32] {
    let all = terms.map { (positions: $0.positions.positions(in: document), offset: $0.offset) }
    var read = [Int](repeating: 0, count: all.count)
    var starts: [UInt32] = []
    for position in all[0].positions where Int(position) >= all[0].offset {
      let start = Int(position) - all[0].offset
      let isFound = all.indices.allSatisfy { number in
        let (positions, offset) = all[number]
        while read[number] < positions.count && Int(positions[read[number]]) < start + offset {
          read[number] += 1
        }
        return read[number] < positions.count && Int(positions[read[number]]) == start + offset
      }
      if isFound { starts.append(UInt32(start)) }
    }
    return starts
  }
}
