/// A query with its terms looked up and weighed over all segments, before it is built as nodes for
/// each of them.
indirect enum Plan: Sendable {
  case none
  case everything(Double)
  case term(TermPlan)
  case phrase(PhrasePlan)
  case near(NearPlan)
  case fields([FieldPlan], weight: Double)
  case substring(SubstringPlan, weight: Double)
  case run(RunPlan, score: Double)
  /// Any of several terms.
  case terms(TermExpansion, score: Double)
  case documents(DocumentSets)
  case all([Plan])
  case any([Plan], minimum: Int)
  case best([Plan])
  case not(Plan)
  case constant(Plan, Double)

  /// No score is above it.
  var total: Double {
    switch self {
    case .none, .documents, .not: 0
    case .everything(let score), .constant(_, let score): score
    case .terms(_, let score), .run(_, let score): score
    case .term(let term): term.weight
    case .phrase(let phrase): phrase.weight
    case .fields(_, let weight): weight
    case .near(let near): near.weight
    case .substring(_, let weight): weight
    case .all(let plans), .any(let plans, _): plans.reduce(0) { $0 + $1.total }
    case .best(let plans): plans.reduce(0) { max($0, $1.total) }
    }
  }

  /// The number of matches, deleted ones included, where the dictionaries know it.
  var knownCount: Int? {
    switch self {
    case .none: 0
    case .term(let term): term.documentFrequency
    case .constant(let plan, _): plan.knownCount
    default: nil
    }
  }

  /// A number that the matches in some segments do not exceed, deleted ones included; nil where only
  /// the documents themselves tell.
  func mostMatches(in segments: Range<Int>) -> Int? {
    switch self {
    case .none: 0
    case .everything, .documents, .not, .run: nil
    case .term(let term): term.documentFrequency(in: segments)
    case .phrase(let phrase): phrase.terms.map { $0.documentFrequency(in: segments) }.min()
    case .near(let near): near.terms.map { $0.documentFrequency(in: segments) }.min()
    case .fields(let fields, _):
      fields.reduce(0) { $0 + $1.term.documentFrequency(in: segments) }
    case .substring(let plan, _): plan.mostMatches(in: segments)
    case .terms(let terms, _): terms.mostMatches(in: segments)
    case .all(let plans): plans.compactMap { $0.mostMatches(in: segments) }.min()
    case .any(let plans, _), .best(let plans):
      plans.reduce(Int?.some(0)) { sum, plan in
        sum.flatMap { sum in plan.mostMatches(in: segments).map { sum + $0 } }
      }
    case .constant(let plan, _): plan.mostMatches(in: segments)
    }
  }

  /// The largest weight of a term.
  var largestWeight: Double {
    switch self {
    case .none, .documents, .not, .everything, .constant, .terms, .run: 0
    case .term(let term): term.weight
    case .phrase(let phrase): phrase.weight
    case .fields(_, let weight): weight
    case .near(let near): near.weight
    case .substring(_, let weight): weight
    case .all(let plans), .any(let plans, _), .best(let plans):
      plans.reduce(0) { max($0, $1.largestWeight) }
    }
  }
}
