internal import Haskap

extension IndexReader {
  /// The columns that are counted under every answer, as the builder chose them; of an index that
  /// another program built, all columns of its schema. Of several indexes the choice is the one that
  /// would be made for all their documents, which no index knows of itself.
  var facetFields: [String] {
    get throws {
      let columns = FacetChoice.columns(of: schema)
      guard payloads.contains(where: { !$0.isEmpty }) else { return columns }
      if payloads.count == 1 {
        let chosen = DocumentPayload.facets(payload)
        return columns.filter(chosen.contains)
      }
      return try columns.filter {
        FacetChoice.isWorthCounting(
          values: try valueCount(of: $0, upTo: FacetChoice.mostValues), documents: documentCount)
      }
    }
  }
}
