/// Places where words stand near each other, found by looking at all runs of positions.
struct OracleNear {
  let terms: [[UInt8]]
  let slop: Int
  let isOrdered: Bool

  /// How many runs there are: from left to right those that end first, none of which begins before
  /// the last one's end.
  func count(in tokens: [[UInt8]?]) -> Int {
    guard Set(terms).allSatisfy(tokens.contains) else { return 0 }
    let longest = terms.count + min(slop, tokens.count)
    var count = 0
    var next = 0
    for end in tokens.indices where tokens[end].map(terms.contains) == true {
      if has(tokens[min(max(next, end + 1 - longest), end + 1)...end]) {
        count += 1
        next = end + 1
      }
    }
    return count
  }

  private func has(_ run: ArraySlice<[UInt8]?>) -> Bool {
    if isOrdered {
      var rest = terms[...]
      for token in run where token == rest.first { rest.removeFirst() }
      return rest.isEmpty
    }
    return Set(terms).allSatisfy { term in
      run.count { $0 == term } >= terms.count { $0 == term }
    }
  }
}
