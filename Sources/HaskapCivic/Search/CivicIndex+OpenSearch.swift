internal import Haskap
package import HaskapDocuments

extension CivicIndex {
  /// A query over reports as a cluster is asked it: all of its words, or where nothing has these,
  /// some of them, and others of the same meaning.
  ///
  /// - Throws: `QuerySyntaxError`, `YearExpressionError`, `CivicFilterError`; `FormatError`.
  package func openSearchRequest(_ text: String) throws -> OpenSearchRequest {
    var request = CivicRequest()
    request.query = text
    // In words throughout: sets of documents are of this index alone.
    request.explains = true
    let planner = try CivicPlanner(index: self, request: request)
    let exact = try planner.filtered(planner.exact())
    let isFound = try searcher.hasMatch(exact)
    guard !isFound, planner.canLoosen(isFound: false) else {
      return OpenSearchRequest(text: text, query: exact, exported: exact, isPartial: false)
    }
    let meanings = try planner.meanings(try thesaurus(with: nil))
    let some = try planner.filtered(
      planner.some(
        literal: planner.literal(isFound: false, meanings: meanings), meanings: meanings))
    return OpenSearchRequest(text: text, query: some, exported: some, isPartial: true)
  }
}
