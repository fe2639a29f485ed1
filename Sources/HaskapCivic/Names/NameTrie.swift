/// Finds many names in a text at once, the longest at each place.
struct NameTrie: Sendable {
  private struct Edge: Hashable {
    var node: Int32
    var scalar: Unicode.Scalar
  }
  private var edges: [Edge: Int32] = [:]
  private var values: [Int32?] = [nil]
  /// Of the scalars that names begin with.
  private var firsts = ScalarFilter()

  /// The first value stays when a name is added twice.
  mutating func insert(_ name: some Sequence<Unicode.Scalar>, value: Int32) {
    var node: Int32 = 0
    for scalar in name {
      if node == 0 { firsts.insert(scalar) }
      let edge = Edge(node: node, scalar: scalar)
      if let next = edges[edge] {
        node = next
      } else {
        node = Int32(values.count)
        edges[edge] = node
        values.append(nil)
      }
    }
    if values[Int(node)] == nil { values[Int(node)] = value }
  }

  /// The names that begin at `place`, shortest first: where each ends and its value.
  func matches(in text: [Unicode.Scalar], at place: Int) -> [(end: Int, value: Int32)] {
    guard firsts.mayHold(text[place]) else { return [] }
    var found: [(end: Int, value: Int32)] = []
    var node: Int32 = 0
    var position = place
    while position < text.count, let next = edges[Edge(node: node, scalar: text[position])] {
      node = next
      position += 1
      if let value = values[Int(node)] { found.append((position, value)) }
    }
    return found
  }
}
