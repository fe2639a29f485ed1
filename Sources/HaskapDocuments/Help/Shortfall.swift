/// Why a request finds nothing: which of its words fails, under which filter, and what there would
/// be without each of its parts.
public struct Shortfall: Equatable, Sendable {
  /// What an answer must meet: a word, or what bounds the answers.
  public struct Part: Equatable, Sendable {
    /// As typed, or as people call it.
    public var name: String
    public var isFilter: Bool

    public init(_ name: String, isFilter: Bool) { (self.name, self.isFilter) = (name, isFilter) }
  }

  /// Only of so many parts; each costs several queries.
  private static let mostParts = 16

  /// Of each word.
  public let words: [WordCount]
  /// The filters that nothing passes, whatever the words.
  public let emptyFilters: [String]
  public let relaxations: [Relaxation]

  /// - Parameters:
  ///   - parts: of the request; an answer meets all of them.
  ///   - count: how many answers there are to some of the parts, given by their places.
  /// - Throws: what `count` throws.
  public init(_ parts: [Part], count: (_ parts: [Int]) throws -> Int) rethrows {
    let filters = parts.indices.filter { parts[$0].isFilter }
    // Where there is nothing else, that the request finds nothing says it already.
    let told = parts.count > 1 ? filters.prefix(Self.mostParts) : []
    let empty = try told.filter { try count([$0]) == 0 }
    emptyFilters = empty.map { parts[$0].name }
    let words = parts.indices.filter { !parts[$0].isFilter }
    self.words = try words.prefix(Self.mostParts).map { word in
      let all = try count([word])
      let fitting = all == 0 || filters.isEmpty ? all : try count([word] + filters)
      let unmet = all > 0 && fitting == 0 ? try filters.filter { try count([word, $0]) == 0 } : []
      return WordCount(
        text: parts[word].name, count: all, fitting: fitting, filters: unmet.map { parts[$0].name })
    }
    relaxations = try parts.indices.prefix(Self.mostParts).compactMap { part in
      let others = parts.indices.filter { $0 != part }
      // Without any word, everything that passes the filters would be found.
      let isRequest =
        parts[part].isFilter ? !others.isEmpty : others.contains(where: words.contains)
      guard isRequest, case let found = try count(others), found > 0 else { return nil }
      return Relaxation(part: parts[part].name, count: found)
    }
  }
}

extension Shortfall {
  /// The words that nothing under the filters has.
  public var failedWords: [String] { words.filter { $0.fitting == 0 }.map(\.text) }

  /// For people, in Japanese as the answers are.
  public var sentences: [String] {
    let empty = emptyFilters.map { "「\($0)」に合うものは、語を問わずありません。" }
    return words.sentences + empty + [relaxations.sentence].compactMap(\.self)
  }
}

/// Beside what else an answer says, `words`, `failedWords`, `emptyFilters` and `relaxations`, each
/// where there is any.
extension Shortfall: Encodable {
  private enum Key: String, CodingKey { case words, failedWords, emptyFilters, relaxations }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    if !words.isEmpty { try values.encode(words, forKey: .words) }
    if !failedWords.isEmpty { try values.encode(failedWords, forKey: .failedWords) }
    if !emptyFilters.isEmpty { try values.encode(emptyFilters, forKey: .emptyFilters) }
    if !relaxations.isEmpty { try values.encode(relaxations, forKey: .relaxations) }
  }
}
