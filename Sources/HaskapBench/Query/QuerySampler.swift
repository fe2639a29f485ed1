internal import Haskap

/// Draws queries from the texts of an index: what is asked for occurs.
struct QuerySampler {
  private let maker: QueryMaker
  private let searcher: Searcher
  private let sample: TextSample
  private var random: SeededGenerator
  /// So often a text is drawn for one query before the kind is given up.
  private static let tries = 200

  init(_ snapshot: QuerySnapshot, _ maker: QueryMaker, seed: UInt64) throws {
    self.maker = maker
    searcher = snapshot.searcher
    sample = try TextSample(snapshot, maker, seed: seed)
    random = SeededGenerator(seed: seed)
  }

  /// At most so many different queries of a kind; fewer where the texts are too short or too few.
  mutating func queries(_ kind: QueryKind, count: Int) throws -> [BenchQuery] {
    switch kind {
    case .term, .facets, .sort:
      return try ladder(count).map { try maker.query(kind, [$0]) }
    default:
      var known: Set<[String]> = []
      var found: [BenchQuery] = []
      for _ in 0..<count * Self.tries where found.count < count && !sample.isEmpty {
        guard let words = try words(kind), known.insert(words).inserted else { continue }
        let query = try maker.query(kind, words)
        if isAnswerable(query) { found.append(query) }
      }
      return found
    }
  }

  /// Patterns that stand for more words than a search looks up are no measure of it.
  private func isAnswerable(_ query: BenchQuery) -> Bool {
    guard let query = query.query else { return true }
    return (try? searcher.count(query)) != nil
  }

  /// Words of all frequencies: of each power of two of documents as many as of the others.
  private mutating func ladder(_ count: Int) throws -> [String] {
    var rungs: [Int: [String]] = [:]
    var known: Set<String> = []
    for _ in 0..<count * 20 where !sample.isEmpty {
      guard let word = try sample.draw(&random).map({ random.pick($0.words) }), !word.isEmpty,
        known.insert(word).inserted
      else { continue }
      let documents = try searcher.count(.term(field: maker.field, Array(word.utf8)))
      rungs[Int.bitWidth - documents.leadingZeroBitCount, default: []].append(word)
    }
    var chosen: [String] = []
    for row in 0..<count {
      let words = rungs.sorted { $0.key < $1.key }.compactMap { row < $1.count ? $1[row] : nil }
      chosen += words.prefix(count - chosen.count)
    }
    return chosen
  }

  private mutating func words(_ kind: QueryKind) throws -> [String]? {
    guard let text = try sample.draw(&random) else { return nil }
    let words = text.words
    switch kind {
    case .all, .any:
      let count = random.number(2...3)
      let chosen = Set((0..<count).map { _ in random.pick(words) }).subtracting([""])
      return chosen.count == count ? chosen.sorted() : nil
    case .phrase:
      let count = random.number(2...4)
      guard words.count >= count else { return nil }
      let start = random.number(0...words.count - count)
      let phrase = Array(words[start..<start + count])
      return phrase.contains("") ? nil : phrase
    case .substring: return run(of: text.text, 2...6).map { [$0] }
    case .question: return run(of: text.text, 12...30).map { [$0 + "は何ですか"] }
    case .prefix, .wildcard, .fuzzy: return pattern(kind, random.pick(words)).map { [$0] }
    case .term, .facets, .sort: return nil
    }
  }

  /// Characters side by side, without spaces and signs at their ends.
  private mutating func run(of text: String, _ lengths: ClosedRange<Int>) -> String? {
    let scalars = Array(text.unicodeScalars)
    let length = random.number(lengths)
    guard scalars.count >= length else { return nil }
    let start = random.number(0...scalars.count - length)
    let run = scalars[start..<start + length]
    guard run.allSatisfy({ $0.properties.isAlphabetic || $0.properties.numericType != nil }) else {
      return nil
    }
    return String(String.UnicodeScalarView(run))
  }

  private mutating func pattern(_ kind: QueryKind, _ word: String) -> String? {
    var scalars = Array(word.unicodeScalars)
    guard scalars.count >= 3, !word.contains("*"), !word.contains("?") else { return nil }
    let inner = random.number(1...scalars.count - 2)
    switch kind {
    case .prefix: scalars.removeLast(scalars.count - inner - 1)
    case .wildcard: scalars[inner] = random.chance(0.5) ? "?" : "*"
    default: scalars.remove(at: inner)
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
