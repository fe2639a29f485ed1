/// Two terms in the order in which they stand, by the offsets of their postings.
struct PairKey: Hashable, Comparable {
  var first: Int
  var second: Int

  init(_ first: TermInfo, _ second: TermInfo) {
    self.init(first: first.postings.lowerBound, second: second.postings.lowerBound)
  }

  init(first: Int, second: Int) {
    self.first = first
    self.second = second
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}
