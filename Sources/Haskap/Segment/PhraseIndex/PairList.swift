/// The documents of a pair as they are collected: runs of varints like the rest of a term in
/// `PostingsLayout`, which follow each other; each counts its gaps from before the first document.
struct PairList {
  let key: PairKey
  let field: Int
  let documentCount: Int
  let occurrenceCount: Int
  let parts: [ByteSink]
}
