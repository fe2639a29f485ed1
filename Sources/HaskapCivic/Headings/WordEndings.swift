/// Words as a tree of their letters from the last one on, so that the longest that a text ends with is found in
/// one walk.
struct WordEndings<Value: Sendable>: Sendable {
  private var nodes = [Node()]
  /// From a node by a letter to another one.
  private var steps = NumberTable<Int>()

  private struct Node: Sendable {
    var ending: Value?
    var whole: Value?
  }

  private static func step(_ node: Int, _ scalar: Unicode.Scalar) -> UInt64 {
    UInt64(node) << 21 | UInt64(scalar.value)
  }

  /// The first of two entries for a word counts.
  ///
  /// - Parameter isWhole: of a word that is nothing at the end of another.
  mutating func insert(_ word: String, _ value: Value, isWhole: Bool) {
    var node = 0
    for scalar in word.unicodeScalars.reversed() {
      let step = Self.step(node, scalar)
      if let known = steps[step] {
        node = known
      } else {
        steps.insert(nodes.count, for: step)
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
      guard let scalar = Self.composed(character), let next = steps[Self.step(node, scalar)] else {
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
      guard let next = steps[Self.step(node, scalar)] else { return (nil, ending) }
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
