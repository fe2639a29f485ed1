/// How the terms of one field are kept. The order of the fields numbers them.
struct IndexedField: Hashable, Sendable {
  var name: String
  /// How often a term stands in a document; without them it counts as once.
  var frequencies: Bool
  /// Where it stands; needs frequencies. Phrases ask for them.
  var positions: Bool
  /// Whether a document's length bears on its score.
  var norms: Bool

  init(name: String, frequencies: Bool = true, positions: Bool = true, norms: Bool = true) {
    self.name = name
    self.frequencies = frequencies || positions
    self.positions = positions
    self.norms = norms
  }
}
