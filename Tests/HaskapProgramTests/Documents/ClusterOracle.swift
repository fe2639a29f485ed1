import Foundation

/// Stands in for a cluster: finds what a query of OpenSearch finds among exported documents, by looking
/// at every one. It knows no scores.
struct ClusterOracle {
  /// By path the tokens at their places, or the values.
  struct Document {
    var id: String
    var values: [String: [String]] = [:]
    var isText: Set<String> = []
  }

  private(set) var documents: [Document] = []

  /// - Parameter lines: of the files for `_bulk`.
  init(_ lines: [Substring]) throws {
    for place in stride(from: 0, to: lines.count - 1, by: 2) {
      let action = try Self.object(lines[place])["index"] as? [String: Any]
      var document = Document(id: action?["_id"] as? String ?? "")
      Self.collect(try Self.object(lines[place + 1]), "", into: &document)
      documents.append(document)
    }
  }

  private static func object(_ line: Substring) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
  }

  private static func collect(
    _ members: [String: Any], _ prefix: String, into document: inout Document
  ) {
    for (name, value) in members {
      let path = prefix + name
      if let inner = value as? [String: Any] {
        collect(inner, path + ".", into: &document)
      } else if path.hasPrefix("haskap."), let text = value as? String {
        document.values[path] = text.components(separatedBy: " ")
      } else {
        let values = value as? [Any] ?? [value]
        document.values[path] = values.map { "\($0)" }
      }
    }
  }

  func ids(_ query: [String: Any]) -> [String] {
    documents.filter { Self.matches($0, query) }.map(\.id)
  }

  private static func matches(_ document: Document, _ query: [String: Any]) -> Bool {
    guard let (kind, value) = query.first, query.count == 1, let body = value as? [String: Any]
    else { return false }
    func all(_ value: Any?) -> [Bool] {
      (value as? [[String: Any]] ?? []).map { matches(document, $0) }
    }
    switch kind {
    case "match_all": return true
    case "match_none": return false
    case "dis_max": return all(body["queries"]).contains(true)
    case "constant_score": return matches(document, body["filter"] as? [String: Any] ?? [:])
    case "exists": return document.values[body["field"] as? String ?? ""]?.isEmpty == false
    case "bool":
      let should = all(body["should"])
      let isAlone = body["must"] == nil && body["filter"] == nil && !should.isEmpty
      let least = body["minimum_should_match"] as? Int ?? (isAlone ? 1 : 0)
      return !(all(body["must"]) + all(body["filter"])).contains(false)
        && !all(body["must_not"]).contains(true) && should.count { $0 } >= least
    case "span_term", "span_or", "span_near", "field_masking_span":
      return !spans(document, query).isEmpty
    default: return matches(document, kind, body)
    }
  }

  private static func matches(
    _ document: Document, _ kind: String, _ body: [String: Any]
  ) -> Bool {
    guard let (path, value) = body.first(where: { $0.key != "boost" }) else { return false }
    let tokens = document.values[path] ?? []
    let members = value as? [String: Any] ?? [:]
    let text = members["value"] as? String ?? ""
    switch kind {
    case "term": return tokens.contains(text)
    case "terms": return (value as? [Any] ?? []).contains { tokens.contains("\($0)") }
    case "prefix": return tokens.contains { $0.utf8.starts(with: text.utf8) }
    case "wildcard":
      return tokens.contains {
        fits(Array($0.unicodeScalars)[...], Array(text.unicodeScalars)[...])
      }
    case "match_phrase":
      let words = (members["query"] as? String ?? "").components(separatedBy: " ")
      return tokens.indices.contains { tokens[$0...].starts(with: words) }
    case "range": return tokens.contains { isIn(members, $0) }
    default: return false
    }
  }

  private static func isIn(_ ends: [String: Any], _ token: String) -> Bool {
    func compare(_ name: String, _ isRight: (Int) -> Bool) -> Bool {
      guard let end = ends[name] as? String else { return true }
      if let first = Int(token), let second = Int(end) { return isRight(first - second) }
      if Array(token.utf8) == Array(end.utf8) { return isRight(0) }
      return isRight(token.utf8.lexicographicallyPrecedes(end.utf8) ? -1 : 1)
    }
    return compare("gte") { $0 >= 0 } && compare("gt") { $0 > 0 } && compare("lte") { $0 <= 0 }
      && compare("lt") { $0 < 0 }
  }

  private static func fits(
    _ token: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard let sign = pattern.first else { return token.isEmpty }
    if sign == "*" {
      let rest = pattern.dropFirst()
      return token.indices.contains { fits(token[$0...], rest) } || fits([], rest)
    }
    guard let first = token.first, sign == "?" || sign == first else { return false }
    return fits(token.dropFirst(), pattern.dropFirst())
  }

  /// All places, whatever overlaps.
  private static func spans(_ document: Document, _ query: [String: Any]) -> Set<Range<Int>> {
    guard let (kind, value) = query.first, let body = value as? [String: Any] else { return [] }
    let clauses = body["clauses"] as? [[String: Any]] ?? []
    switch kind {
    case "span_term":
      guard let (path, term) = body.first else { return [] }
      let text = (term as? [String: Any])?["value"] as? String
      let tokens = document.values[path] ?? []
      return Set(tokens.indices.filter { tokens[$0] == text }.map { $0..<$0 + 1 })
    case "span_or": return clauses.reduce(into: []) { $0.formUnion(spans(document, $1)) }
    case "field_masking_span": return spans(document, body["query"] as? [String: Any] ?? [:])
    case "span_near":
      let slop = body["slop"] as? Int ?? 0
      let isOrdered = body["in_order"] as? Bool == true
      return isOrdered
        ? row(document, clauses, slop) : near(clauses.map { spans(document, $0) }, slop)
    default: return []
    }
  }

  private static func row(
    _ document: Document, _ clauses: [[String: Any]], _ slop: Int
  ) -> Set<Range<Int>> {
    var rows: [(range: Range<Int>, used: Int)] = []
    var gap = 0
    for (place, clause) in clauses.enumerated() {
      if let length = (clause["span_gap"] as? [String: Any])?.values.first as? Int {
        gap = length
        continue
      }
      let next = spans(document, clause)
      if place == 0 {
        rows = next.map { ($0, 0) }
      } else {
        rows = rows.flatMap { row in
          next.compactMap { span in
            let used = row.used + span.lowerBound - row.range.upperBound - gap
            let isNext = span.lowerBound >= row.range.upperBound + gap && used <= slop
            return isNext ? (row.range.lowerBound..<span.upperBound, used) : nil
          }
        }
      }
      gap = 0
    }
    return Set(rows.map(\.range))
  }

  private static func near(_ parts: [Set<Range<Int>>], _ slop: Int) -> Set<Range<Int>> {
    var found: Set<[Range<Int>]> = [[]]
    for part in parts { found = Set(found.flatMap { one in part.map { one + [$0] } }) }
    return Set(
      found.compactMap { spans in
        guard let start = spans.map(\.lowerBound).min(), let end = spans.map(\.upperBound).max()
        else { return nil }
        let length = spans.reduce(0) { $0 + $1.count }
        return end - start - length <= slop ? start..<end : nil
      })
  }
}
