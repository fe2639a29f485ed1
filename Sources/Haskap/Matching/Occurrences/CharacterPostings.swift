/// The grams of a segment that begin with a character. Matchers of the character share them: they go
/// through the windows together, and to unite the postings takes longer than all else. The grams are
/// many, and nothing of them is read before a window is looked at.
final class CharacterPostings {
  private let field: GramField
  private let infos: [TermInfo]
  private var known: PostingsUnion?
  /// By gram, where its positions begin, of those that were asked for.
  private var positions: [UnsafeRawPointer?]

  init(_ field: GramField, _ infos: [TermInfo]) {
    (self.field, self.infos) = (field, infos)
    positions = infos.map { _ in nil }
  }

  /// An upper bound of the documents.
  var cost: Int { infos.reduce(0) { $0 + $1.documentFrequency } }

  func union() throws -> PostingsUnion {
    if let known { return known }
    let made = PostingsUnion(
      try infos.map { try field.index.postings(of: $0, field: field.field) },
      documentCount: field.index.documentCount, hasFrequencies: true)
    known = made
    return made
  }

  func positions(of list: Int) throws -> UnsafeRawPointer {
    if let known = positions[list] { return known }
    let start = UnsafeRawPointer(
      try field.index.positions(of: infos[list]).baseAddress.unsafelyUnwrapped)
    positions[list] = start
    return start
  }
}

/// The characters of a query on one segment.
final class KnownCharacters {
  private var postings: [TermInfo: CharacterPostings] = [:]

  /// - Parameter infos: the grams that begin with the character; no other one has the first of them.
  func postings(_ field: GramField, _ infos: [TermInfo]) -> CharacterPostings {
    if let known = postings[infos[0]] { return known }
    let made = CharacterPostings(field, infos)
    postings[infos[0]] = made
    return made
  }
}
