/// Words as a tree of their letters from the last one on, so that the longest that a text ends with is found in
/// one walk.
struct WordEndings<Value: Sendable>: Sendable {
  private var nodes = [Node()]
  private var steps = Steps()

  private struct Node: Sendable {
    var ending: Value?
    var whole: Value?
  }

  /// From a node by a letter to another one, in the first free place from that of their hash on.
  private struct Steps: Sendable {
    private var slots = [(key: UInt64, node: Int)](repeating: (0, 0), count: 64)
    private var count = 0

    subscript(node: Int, scalar: Unicode.Scalar) -> Int? {
      let slot = slots[place(of: Self.key(node, scalar))]
      return slot.key == 0 ? nil : slot.node
    }

    mutating func insert(_ next: Int, behind node: Int, _ scalar: Unicode.Scalar) {
      count += 1
      if count * 2 > slots.count {
        let all = slots
        slots = Array(repeating: (0, 0), count: all.count * 2)
        for slot in all where slot.key != 0 { slots[place(of: slot.key)] = slot }
      }
      let key = Self.key(node, scalar)
      slots[place(of: key)] = (key, next)
    }

    private static func key(_ node: Int, _ scalar: Unicode.Scalar) -> UInt64 {
      UInt64(node + 1) << 21 | UInt64(scalar.value)
    }

    private func place(of key: UInt64) -> Int {
      var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (slots.count - 1)
      while slots[place].key != 0, slots[place].key != key {
        place = (place + 1) & (slots.count - 1)
      }
      return place
    }
  }

  /// The first of two entries for a word counts.
  ///
  /// - Parameter isWhole: of a word that is nothing at the end of another.
  mutating func insert(_ word: String, _ value: Value, isWhole: Bool) {
    var node = 0
    for scalar in word.unicodeScalars.reversed() {
      if let known = steps[node, scalar] {
        node = known
      } else {
        steps.insert(nodes.count, behind: node, scalar)
        node = nodes.count
        nodes.append(Node())
      }
    }
    nodes[node].whole = nodes[node].whole ?? value
    if !isWhole { nodes[node].ending = nodes[node].ending ?? value }
  }

  /// What the whole text means, and what the longest word does that it ends with.
  func find(_ text: [Character]) -> (whole: Value?, ending: Value?) {
    var (node, ending) = (0, Value?.none)
    for character in text.reversed() {
      guard let scalar = Self.composed(character), let next = steps[node, scalar] else {
        return (nil, ending)
      }
      node = next
      ending = nodes[node].ending ?? ending
    }
    return (nodes[node].whole, ending)
  }

  /// The same of composed letters.
  func find(_ text: String.UnicodeScalarView) -> (whole: Value?, ending: Value?) {
    var (node, ending) = (0, Value?.none)
    for scalar in text.reversed() {
      guard let next = steps[node, scalar] else { return (nil, ending) }
      node = next
      ending = nodes[node].ending ?? ending
    }
    return (nodes[node].whole, ending)
  }

  /// A kana and its mark of voice as one scalar; nil for what else is several.
  private static func composed(_ character: Character) -> Unicode.Scalar? {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return nil }
    let rest = scalars.dropFirst()
    switch rest.first?.value {
    case nil: return first
    case 0x3099: return rest.count == 1 ? Unicode.Scalar(first.value + 1) : nil
    case 0x309A: return rest.count == 1 ? Unicode.Scalar(first.value + 2) : nil
    default: return nil
    }
  }
}
