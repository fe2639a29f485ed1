internal import Haskap

/// Where in an index its records stand: each a document, in their order.
struct RecordPlaces {
  private(set) var hits: [(segment: Int, document: Int)] = []

  init(_ searcher: Searcher) throws {
    let projects = Query.term(field: CivicSchema.type, Array(CivicType.project.rawValue.utf8))
    let found = try searcher.prepare(.filter(projects)).run(
      SearchRequest(limit: 0, gathersDocuments: true))
    for (segment, words) in (found.documents?.words ?? []).enumerated() {
      for (place, word) in words.enumerated() {
        var rest = word
        while rest != 0 {
          hits.append((segment, place << 6 + rest.trailingZeroBitCount))
          rest &= rest - 1
        }
      }
    }
  }
}
