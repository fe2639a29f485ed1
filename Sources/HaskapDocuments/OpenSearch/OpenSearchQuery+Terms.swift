internal import Haskap

/// Words and values.
extension OpenSearchQuery {
  func term(_ bytes: [UInt8], in field: String, _ boost: Double) -> String {
    note(field)
    return value("term", path(of: field), token(bytes, in: field), boost)
  }

  /// The cluster weighs one field as Haskap does; of several it takes the best.
  func terms(_ bytes: [UInt8], in weighted: [WeightedField], _ boost: Double) -> String {
    let fields = weighted.filter { $0.weight > 0 }
    if fields.count > 1 { differences.insert(.severalFields) }
    return Self.best(fields.map { term(bytes, in: $0.name, boost) })
  }

  func phrase(_ terms: [[UInt8]], in field: String, _ boost: Double) -> String {
    guard terms.count != 1 else { return term(terms[0], in: field, boost) }
    note(field)
    let text = terms.map { token($0, in: field) }.joined(separator: " ")
    let members = JSONText.object([("query", JSONText.string(text)), Self.member(boost: boost)])
    return terms.isEmpty ? Self.nothing : Self.clause("match_phrase", [(path(of: field), members)])
  }

  func near(
    _ terms: [[UInt8]], in field: String, slop: Int, isOrdered: Bool, _ boost: Double
  ) -> String {
    guard terms.count > 1 else { return phrase(terms, in: field, boost) }
    note(field)
    differences.insert(.nearWords)
    let tokens = terms.map { token($0, in: field) }
    // Without an order one place would do for a word that is given twice.
    let isRepeated = Set(tokens).count < tokens.count && tokens.count <= Self.mostOrdered
    let rows = (isRepeated ? Self.orders(of: tokens) : [tokens]).map { tokens in
      Span.row(
        tokens.map { Span.term($0, in: path(of: field)) }, slop: max(0, slop),
        isOrdered: isOrdered || isRepeated)
    }
    return Span.any(isOrdered ? [rows[0]] : rows, boost: boost).json
  }

  private static let mostOrdered = 5

  /// All different orders, the given one first.
  private static func orders(of tokens: [String]) -> [[String]] {
    guard tokens.count > 1 else { return [tokens] }
    var seen: Set<String> = []
    return tokens.indices.filter { seen.insert(tokens[$0]).inserted }.flatMap { first in
      var rest = tokens
      rest.remove(at: first)
      return orders(of: rest).map { [tokens[first]] + $0 }
    }
  }

  /// Terms of the index that are like one, the nearest counting most.
  func fuzzy(_ term: FuzzyTerm, in field: String, _ boost: Double) throws -> String {
    note(field)
    let found = try searcher.terms(like: term, in: field)
    let groups = Dictionary(grouping: found) { $0.distance }.sorted { $0.key < $1.key }
    return Self.best(
      groups.map { distance, terms in
        let tokens = terms.map { JSONText.string(token($0.term, in: field)) }
        let any = Self.clause("terms", [(path(of: field), JSONText.array(tokens))])
        return Self.constant(any, boost / Double(1 << distance))
      })
  }

  /// Of numbers and days the ends are written in figures.
  func range(_ range: TermRange, of field: String, _ boost: Double) -> String {
    note(field)
    let members = [
      end(range.lower, ["gte", "gt"], of: field), end(range.upper, ["lte", "lt"], of: field),
    ]
    guard members.contains(where: { $0.1 != nil }) else {
      let having = Self.clause("exists", [("field", JSONText.string(path(of: field)))])
      return Self.constant(having, boost)
    }
    let ends = JSONText.object(members + [Self.member(boost: boost)])
    return Self.clause("range", [(path(of: field), ends)])
  }

  /// - Parameter names: of an end that is in the range, and of one that is not.
  private func end(
    _ bound: TermRange.Bound, _ names: [String], of field: String
  ) -> (String, String?) {
    switch bound {
    case .open: (names[0], nil)
    case .including(let term): (names[0], JSONText.string(token(term, in: field)))
    case .excluding(let term): (names[1], JSONText.string(token(term, in: field)))
    }
  }
}

/// Patterns.
extension OpenSearchQuery {
  /// `*` and `?` are the cluster's signs as well.
  static func text(of pattern: WildcardPattern) -> String {
    pattern.elements.map { element in
      switch element {
      case .run: return "*"
      case .one: return "?"
      case .scalar(let scalar):
        let text = OpenSearchToken.escaped(String(scalar))
        return "*?\\".unicodeScalars.contains(scalar) ? "\\" + text : text
      }
    }.joined()
  }

  /// A pattern over characters, wherever words are cut.
  func run(_ pattern: WildcardPattern, in field: String, reach: Int) -> String {
    note(field)
    let pieces = pattern.pieces(reach: min(max(reach, 0), Int(Int32.max)))
    guard let first = pieces.first, schema[field]?.textOptions?.grams == true else {
      return Self.nothing
    }
    if pieces.count > 2 { differences.insert(.pattern) }
    var span = UnitSpans(UnitVariant(utf8: first.utf8), in: field).whole
    for piece in pieces.dropFirst() {
      let least = piece.gap.lowerBound
      let gap = least > 0 ? [Span.gap(least, in: OpenSearchPath.characters(field))] : []
      let next = UnitSpans(UnitVariant(utf8: piece.utf8), in: field).whole
      span = .row([span] + gap + [next], slop: piece.gap.upperBound - least)
    }
    return span.json
  }
}
