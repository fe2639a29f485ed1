/// How the terms of one field are kept. The order of the fields numbers them.
struct IndexedField: Hashable, Sendable {
  var name: String
  var options: PostingsOptions

  init(name: String, frequencies: Bool = true, positions: Bool = true, norms: Bool = true) {
    self.name = name
    options = PostingsOptions(
      frequencies: frequencies || positions, positions: positions, norms: norms)
  }

  var frequencies: Bool { options.frequencies }
  var positions: Bool { options.positions }
  var norms: Bool { options.norms }
}

/// What is kept of each term of a field. Without a name: whoever reads postings copies it, and no
/// copy of a string is counted.
struct PostingsOptions: Hashable, Sendable {
  /// How often a term stands in a document; without them it counts as once.
  var frequencies = true
  /// Where it stands; needs frequencies. Phrases ask for them.
  var positions = true
  /// Whether a document's length bears on its score.
  var norms = true

  /// What is kept of the pairs of a field.
  var ofPairs: PostingsOptions { PostingsOptions(positions: false, norms: norms) }
}
