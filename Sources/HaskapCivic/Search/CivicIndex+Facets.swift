internal import Haskap

extension CivicIndex {
  /// Counts the values of all documents that match.
  func facets(of query: Query) throws -> CivicFacets {
    let matches = try searcher.matches(query)
    func counts(_ field: String) throws -> [CivicFacets.Count] {
      try reader.facets(field, of: matches).map {
        .init(value: $0.value.text ?? "", count: $0.count)
      }
    }
    var facets = CivicFacets()
    facets.year = try counts(CivicSchema.year).sorted { $0.value < $1.value }
    facets.form = try counts(CivicSchema.form)
    facets.type = try counts(CivicSchema.type)
    facets.department = try counts(CivicSchema.department)
    return facets
  }
}
