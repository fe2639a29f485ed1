/// The documents of a pair as they are collected: a run of varints like the rest of a term in
/// `PostingsLayout`.
struct PairList {
  let key: PairKey
  let field: Int
  let documentCount: Int
  let occurrenceCount: Int
  let bytes: ByteSink
}
