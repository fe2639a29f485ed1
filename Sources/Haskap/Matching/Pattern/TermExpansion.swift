/// Which terms of a field a query stands for.
enum TermSelection {
  case range(TermRange)
  case automaton(TermAutomaton)
}

/// The terms of all segments that a query stands for.
struct TermExpansion {
  struct Term {
    var info: TermInfo
    /// Edits between the term and what was looked for; 0 for all but fuzzy queries.
    var distance: Int
  }

  /// By segment.
  private(set) var segments: [[Term]]
  /// Different terms.
  private(set) var count = 0
  /// The field's number in each segment that has it.
  let numbers: [Int?]
  /// The field and what was looked for in it, for explanations.
  let name: String

  /// - Throws: `QueryError` where there are more than `limit` different terms.
  init(
    _ selection: TermSelection, of field: String, in segments: [SearchSegment], limit: Int,
    named pattern: String
  ) throws {
    name = "'\(pattern)' in '\(field)'"
    numbers = segments.map { $0.index.field(named: field) }
    self.segments = segments.map { _ in [] }
    var known: Set<[UInt8]> = []
    let isAlone = numbers.count { $0 != nil } == 1
    let time = TimeLimit.current
    for (segment, number) in numbers.enumerated() {
      guard let number else { continue }
      let dictionary = segments[segment].index.dictionaries[number]
      try dictionary.forEach(selection) { term, found in
        if isAlone || known.insert(term).inserted { count += 1 }
        guard count <= limit else {
          throw QueryError(
            field: field, problem: "'\(pattern)' stands for more than \(limit) terms",
            remedy: "give more of the word, or a smaller range")
        }
        if count & 255 == 0 { try time?.check() }
        self.segments[segment].append(found)
      }
    }
  }

  /// The terms at one distance alone.
  func at(distance: Int) -> TermExpansion {
    var result = self
    for segment in segments.indices {
      result.segments[segment] = segments[segment].filter { $0.distance == distance }
    }
    return result
  }

  var isEmpty: Bool { segments.allSatisfy(\.isEmpty) }

  /// A number that the documents of all terms in some segments do not exceed.
  func mostMatches(in range: Range<Int>) -> Int {
    segments[range].joined().reduce(0) { $0 + $1.info.documentFrequency }
  }

  /// The postings of one segment's terms.
  func lists(_ index: InvertedIndex, segment: Int) throws -> [PostingsReader] {
    guard let field = numbers[segment] else { return [] }
    return try segments[segment].map { try index.postings(of: $0.info, field: field) }
  }
}

extension TermDictionary {
  /// Gives the terms of a selection in ascending order.
  func forEach(
    _ selection: TermSelection, _ body: ([UInt8], TermExpansion.Term) throws -> Void
  ) throws {
    switch selection {
    case .range(let range):
      try forEach(range, body)
    case .automaton(let automaton):
      var cursor = try AutomatonCursor(self, automaton)
      while try cursor.advance() {
        try body(
          cursor.term, TermExpansion.Term(info: cursor.info, distance: cursor.distance))
      }
    }
  }

  private func forEach(
    _ range: TermRange, _ body: ([UInt8], TermExpansion.Term) throws -> Void
  ) throws {
    var cursor: TermCursor
    switch range.lower {
    case .open: cursor = try self.cursor()
    case .including(let term), .excluding(let term):
      cursor = try term.withUnsafeBytes { try self.cursor(from: $0) }
    }
    while try cursor.advance(), range.reaches(cursor.term) {
      if case .excluding(cursor.term) = range.lower { continue }
      try body(cursor.term, TermExpansion.Term(info: cursor.info, distance: 0))
    }
  }
}
