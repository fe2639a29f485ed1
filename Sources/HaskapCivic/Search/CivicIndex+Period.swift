internal import Haskap

extension CivicIndex {
  /// The documents of a period: projects and activities by their dates, organisations by what
  /// names them.
  func documents(within period: CivicPeriod) throws -> DocumentSets {
    let facts = try facts()
    let isWithin = facts.map(period.holds)
    // In the order in which the documents were written.
    var belongs: [Bool] = []
    for (record, isWithin) in zip(facts, isWithin) {
      belongs.append(isWithin)
      belongs += record.occurrences.indices.map { period.holds(record.ofOccurrence($0)) }
    }
    for organization in try organizations().organizations {
      belongs.append(organization.mentions.contains { isWithin[$0.record] })
    }
    return try documents(belongs)
  }

  /// - Parameter belongs: of each document that is there, in their order.
  private func documents(_ belongs: [Bool]) throws -> DocumentSets {
    let everything = try searcher.prepare(.everything).run(
      SearchRequest(limit: 0, gathersDocuments: true))
    var rest = belongs[...]
    let words = (everything.documents?.words ?? []).map { words in
      words.map { word in
        var (word, chosen) = (word, UInt64(0))
        while word != 0 {
          if rest.popFirst() == true { chosen |= word & (~word &+ 1) }
          word &= word &- 1
        }
        return chosen
      }
    }
    return DocumentSets(words: words)
  }
}
