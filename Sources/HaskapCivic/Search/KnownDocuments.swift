internal import Haskap

/// What was found for one request, by what was looked for: the answers with all words, those with these as
/// typed and those with some of them lie within the same bounds.
final class KnownDocuments {
  private var sets: [[[Query]]: DocumentSets] = [:]

  func documents(
    of queries: [[Query]], _ find: () throws -> DocumentSets
  ) rethrows -> DocumentSets {
    if let known = sets[queries] { return known }
    let found = try find()
    sets[queries] = found
    return found
  }
}
