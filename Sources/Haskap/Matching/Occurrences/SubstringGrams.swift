/// The grams of a string in one segment.
enum SubstringGrams: Sendable {
  /// The string occurs nowhere in the segment.
  case none
  /// The grams that begin with a single character.
  case character([TermInfo])
  /// The grams of a longer string, in order; those that the segment does not have are in no document.
  case string([TermInfo])
}

extension SubstringGrams {
  var count: Int {
    switch self {
    case .none: 0
    case .character(let grams), .string(let grams): grams.count
    }
  }

  /// Whether the string surely occurs nowhere in the segment.
  var isEmpty: Bool {
    switch self {
    case .none: true
    case .character: false
    case .string(let grams): grams.contains { $0.documentFrequency == 0 }
    }
  }

  /// A number that the string's documents do not exceed.
  var mostMatches: Int {
    switch self {
    case .none: 0
    case .character(let grams): grams.reduce(0) { $0 + $1.documentFrequency }
    case .string(let grams): grams.lazy.map(\.documentFrequency).min() ?? 0
    }
  }

  /// Looks up the grams that begin with a single character.
  init(character utf8: [UInt8], in index: InvertedIndex, field: Int) throws {
    var infos: [TermInfo] = []
    var cursor = try utf8.withUnsafeBytes { try index.dictionaries[field].cursor(from: $0) }
    while try cursor.advance(), cursor.term.starts(with: utf8) { infos.append(cursor.info) }
    self = infos.isEmpty ? .none : .character(infos)
  }

  /// Nil where the string occurs nowhere.
  ///
  /// - Parameters:
  ///   - weights: what scores of the field are computed from.
  ///   - characters: of the query.
  func matcher(
    _ field: GramField, _ weights: FieldWeights, _ characters: KnownCharacters,
    _ memory: SearchMemory
  ) throws -> (any SubstringMatcher)? {
    func term(_ info: TermInfo) throws -> TermNode {
      try TermNode(field.index, field: field.field, info: info, weight: 0, weights, memory)
    }
    switch self {
    case _ where isEmpty, .none: return nil
    case .character(let infos):
      return try CharacterMatcher(field, characters.postings(field, infos), weights, memory)
    case .string(let grams) where grams.count == 1:
      return try GramTermMatcher(try term(grams[0]))
    case .string(let grams):
      let cover = GramCover(grams, documentCount: field.index.documentCount)
      return try GramPhraseMatcher(cover, term)
    }
  }
}
