internal import Haskap

extension CivicIndex {
  /// The documents of a period: projects and activities by their dates, organisations by what
  /// names them.
  func documents(within period: CivicPeriod) throws -> DocumentSets {
    let everything = try searcher.prepare(.everything).run(
      SearchRequest(limit: reader.documentCount, gathersDocuments: true))
    let all = everything.hits
    let entries = try all.map { (hit: $0, entry: try entry($0)) }
    var words = (everything.documents?.words ?? []).map { $0.map { _ in UInt64(0) } }
    func insert(_ hit: Hit) {
      words[hit.segment][Int(hit.document) >> 6] |= 1 << UInt64(hit.document & 63)
    }
    for (hit, entry) in entries {
      if let record = entry.record, period.contains(record) { insert(hit) }
    }
    let naming = try searcher.prepare(.documents(DocumentSets(words: words))).run(
      SearchRequest(limit: 0, facets: [CivicSchema.organization]))
    let named = Set(naming.facets[0].compactMap(\.value.text))
    for (hit, entry) in entries {
      if let organization = entry.organization, named.contains(organization.id) { insert(hit) }
    }
    return DocumentSets(words: words)
  }
}
