/// Why a cluster may rank otherwise than Haskap, or count otherwise.
package enum OpenSearchDifference: String, CaseIterable, Sendable {
  case someWords = "some of the words: a cluster weighs fields otherwise"
  case severalFields = "several fields: a cluster takes the best, Haskap all"
  case severalSpellings = "spellings of several tiers: a cluster counts the best alone"
  case manyClauses = "many characters or spellings: a cluster is not asked for their rungs"
  case nearWords = "words near each other: a cluster weighs them by their distance"
  case pattern = "several pieces of a pattern: a cluster looks for the nearest piece alone"
  case namedDocuments = "documents named one by one: those of the exported commit"
}
