/// A span query: places in one field, with the terms that its score is weighed by.
struct Span {
  struct Term: Hashable {
    var path: String
    var token: String
  }

  /// As OpenSearch writes it.
  let json: String
  let terms: Set<Term>

  private init(_ json: String, _ terms: Set<Term>) { (self.json, self.terms) = (json, terms) }

  static func term(_ token: String, in path: String) -> Span {
    let value = JSONText.object([("value", JSONText.string(token))])
    return Span(
      JSONText.object([("span_term", JSONText.object([(path, value)]))]),
      [Term(path: path, token: token)])
  }

  /// Each place of each; one that is given twice counts twice.
  static func any(_ spans: [Span], boost: Double? = nil) -> Span {
    if spans.count == 1, boost == nil { return spans[0] }
    return Span(
      JSONText.object([
        (
          "span_or",
          JSONText.object([
            ("clauses", JSONText.array(spans.map(\.json))), ("boost", boost.map(JSONText.number)),
          ])
        )
      ]), spans.reduce(into: []) { $0.formUnion($1.terms) })
  }

  /// Side by side in this order, with up to `slop` places between.
  static func row(_ spans: [Span], slop: Int = 0, isOrdered: Bool = true) -> Span {
    if spans.count == 1 { return spans[0] }
    return Span(
      JSONText.object([
        (
          "span_near",
          JSONText.object([
            ("clauses", JSONText.array(spans.map(\.json))), ("slop", "\(slop)"),
            ("in_order", "\(isOrdered)"),
          ])
        )
      ]), spans.reduce(into: []) { $0.formUnion($1.terms) })
  }

  /// So many places, whatever stands there; inside of a row alone.
  static func gap(_ length: Int, in path: String) -> Span {
    Span(
      JSONText.object([("span_gap", JSONText.object([(path, "\(length)")]))]), [])
  }

  /// The same places as of another field, which has its own lengths.
  func seen(as path: String) -> Span {
    Span(
      JSONText.object([
        (
          "field_masking_span",
          JSONText.object([("query", json), ("field", JSONText.string(path))])
        )
      ]), terms)
  }
}
