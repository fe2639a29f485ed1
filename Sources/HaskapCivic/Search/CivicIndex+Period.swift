internal import Haskap

extension CivicIndex {
  /// The documents of a period: projects and activities by their dates, organisations by what
  /// names them.
  func documents(within period: CivicPeriod) throws -> DocumentSets {
    let all = try searcher.search(.everything, limit: reader.documentCount).hits
    let entries = try all.map { (hit: $0, entry: try entry($0)) }
    var words = try searcher.matches(.none).words
    func insert(_ hit: Hit) {
      words[hit.segment][Int(hit.document) >> 6] |= 1 << UInt64(hit.document & 63)
    }
    for (hit, entry) in entries {
      if let record = entry.record, period.contains(record) { insert(hit) }
    }
    let naming = try reader.facets(CivicSchema.organization, of: DocumentSets(words: words))
    let named = Set(naming.compactMap(\.value.text))
    for (hit, entry) in entries {
      if let organization = entry.organization, named.contains(organization.id) { insert(hit) }
    }
    return DocumentSets(words: words)
  }
}
