/// Joins the records that are one project. Every step looks records up by a key, so that the work
/// grows with their number and not with the number of pairs.
struct SeriesGrouping {
  private let facts: [ProjectFacts]
  private var groups: DisjointSets

  /// A title this long names one project by itself; a shorter one (講演会) only with its body or
  /// its department. In letters.
  private static let distinctiveTitle = 8
  private static let leastReducedTitle = 5
  /// A body with more projects in one year than this lists them too much alike to guess at misprints.
  private static let mostForMisprints = 60

  init(_ facts: [ProjectFacts]) {
    self.facts = facts
    groups = DisjointSets(count: facts.count)
    joinEqualTitles()
    joinReducedTitles()
    joinMisprints()
  }

  /// The groups in the order of their first records.
  var members: [[Int]] { groups.sets }

  /// What two records of one project share beside the title.
  private func evidence(_ record: Int) -> [String] {
    facts[record].bodies.map { "b" + $0 } + facts[record].departments.map { "d" + $0 }
  }

  /// And those of which a report says that they had another's title before.
  private mutating func joinEqualTitles() {
    var first: [String: Int] = [:]
    for record in facts.indices {
      for bucket in wholeBuckets(record, facts[record].name.key) {
        if let other = first[bucket] { groups.join(record, other) } else { first[bucket] = record }
      }
    }
    for record in facts.indices {
      guard let former = facts[record].name.formerKey else { continue }
      for bucket in wholeBuckets(record, former) {
        if let other = first[bucket] { groups.join(record, other) }
      }
    }
  }

  private func wholeBuckets(_ record: Int, _ key: String) -> [String] {
    let isDistinctive = key.unicodeScalars.count >= Self.distinctiveTitle
    return isDistinctive ? [key] : evidence(record).map { key + "\n" + $0 }
  }

  private mutating func joinReducedTitles() {
    var whole: [String: Int] = [:]
    var reduced: [String: Int] = [:]
    for record in facts.indices {
      for bucket in buckets(record, [facts[record].name.key]) where whole[bucket] == nil {
        whole[bucket] = record
      }
    }
    for record in facts.indices {
      for bucket in buckets(record, facts[record].name.reducedKeys) {
        if let other = whole[bucket] ?? reduced[bucket] { groups.join(record, other) }
        if reduced[bucket] == nil { reduced[bucket] = record }
      }
      for bucket in buckets(record, facts[record].name.weaklyReducedKeys) {
        if let other = whole[bucket] { groups.join(record, other) }
      }
    }
  }

  private func buckets(_ record: Int, _ keys: Set<String>) -> [String] {
    keys.sorted().filter { $0.unicodeScalars.count >= Self.leastReducedTitle }
      .flatMap { key in evidence(record).map { key + "\n" + $0 } }
  }

  /// One event in two lists of a year, misprinted in one: 苫小牧みずゑ会, 苫小牧みずゑ展. Only where neither
  /// has a counterpart in the other's list already.
  private mutating func joinMisprints() {
    var buckets: [String: [Int]] = [:]
    for record in facts.indices {
      for body in facts[record].bodies {
        buckets["\(facts[record].fiscalYear ?? 0)\n\(body)", default: []].append(record)
      }
    }
    let candidates = buckets.filter { (2...Self.mostForMisprints).contains($0.value.count) }
    for (_, records) in candidates.sorted(by: { $0.key < $1.key }) { joinMisprints(of: records) }
  }

  private mutating func joinMisprints(of records: [Int]) {
    for (place, record) in records.enumerated() {
      for other in records[(place + 1)...] where areMisprints(record, other, among: records) {
        groups.join(record, other)
      }
    }
  }

  private mutating func areMisprints(_ one: Int, _ other: Int, among records: [Int]) -> Bool {
    let (oneList, otherList) = (facts[one].list, facts[other].list)
    guard oneList != otherList, !groups.areJoined(one, other) else { return false }
    let sharesDepartment = !Set(facts[one].departments).isDisjoint(with: facts[other].departments)
    guard
      TitleDifference.isMisprint(
        facts[one].name, facts[other].name, sharesDepartment: sharesDepartment)
    else { return false }
    for record in records {
      if facts[record].list == otherList, groups.areJoined(record, one) { return false }
      if facts[record].list == oneList, groups.areJoined(record, other) { return false }
    }
    return true
  }
}

/// Sets that are joined pair by pair (Tarjan 1975), each known by its least member.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  private mutating func root(_ member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (one, other) = (root(one), root(other))
    parents[max(one, other)] = min(one, other)
  }

  mutating func areJoined(_ one: Int, _ other: Int) -> Bool { root(one) == root(other) }

  /// All sets in the order of their least members.
  var sets: [[Int]] {
    var copy = self
    var members: [Int: [Int]] = [:]
    for member in parents.indices { members[copy.root(member), default: []].append(member) }
    return members.sorted { $0.key < $1.key }.map(\.value)
  }
}
