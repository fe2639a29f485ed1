package import Haskap

/// A query as an index answers it, and as a cluster is asked it.
package struct OpenSearchRequest {
  /// As it was typed.
  package var text: String
  /// What the index answers.
  package var query: Query
  /// The same, with ranges of numbers and days as such in place of the documents that have them.
  package var exported: Query
  /// Whether nothing has all the words, and some of them are looked for.
  package var isPartial = false

  package init(text: String, query: Query, exported: Query, isPartial: Bool) {
    (self.text, self.query, self.exported) = (text, query, exported)
    self.isPartial = isPartial
  }

  /// A query over documents: all of its words, or where nothing has these, some.
  ///
  /// - Throws: `QuerySyntaxError`, `InputError`; `FormatError`.
  package init(_ text: String, in reader: IndexReader) throws {
    self.text = text
    let planner = try DocumentPlanner(text, reader: reader)
    let resolvers = ColumnValue(reader: reader).rangeResolvers
    let other = try DocumentPlanner(text, reader: reader, resolvers: resolvers)
    (query, exported) = (try planner.exact(), try other.exact())
    guard try reader.makeSearcher().count(query) == 0, let some = try planner.someWords(),
      let otherSome = try other.someWords()
    else { return }
    (query, exported, isPartial) = (some.query, otherSome.query, true)
  }
}
