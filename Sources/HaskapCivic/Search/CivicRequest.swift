public import HaskapDocuments

/// What somebody asks of the reports.
public struct CivicRequest: Sendable {
  public enum Sort: String, Sendable, CaseIterable {
    case relevance, year, name
  }

  /// In the query language; empty for everything that passes the filters.
  public var query = ""
  /// Empty for all types.
  public var types: [CivicType] = []
  public var period = CivicPeriod()
  /// A part of the name is enough.
  public var department: String?
  public var form: String?
  /// However it is spelled.
  public var organization: String?
  public var limit = 10
  /// Whether what has only some of the words is counted where it is not shown.
  public var countsAll = false
  /// Whether what has only some of the words follows what has all of them up to the limit, where
  /// relevance ranks.
  public var fillsPage = false
  public var offset = 0
  public var sort = Sort.relevance
  /// Words of the same or a near meaning, beside those that the index keeps.
  public var thesaurus: ThesaurusFile?
  /// Whether each answer says how its score came about.
  public var explains = false

  /// How wide a snippet may be, in columns of a terminal; a kanji takes two.
  public var snippetColumns = 68

  /// What has only some of the words is shown where fewer than this have all, on whatever page: the
  /// totals of a query do not depend on how many answers are asked for.
  static let few = 10

  public init() {}
}

/// A filter that nothing can pass, with what there is instead.
public struct CivicFilterError: Error, Sendable, CustomStringConvertible {
  public var filter: String
  public var value: String
  public var known: [String]

  public var description: String {
    let some = known.prefix(12).joined(separator: ", ")
    let more = known.count > 12 ? " and \(known.count - 12) more" : ""
    return "no \(filter) is called '\(value)' in this index; there are: \(some)\(more)"
  }
}
