/// How much of what the key tells was found, and how much of what was found is right.
public struct Tally: Sendable, Equatable {
  public var key = 0
  public var found = 0
  public var right = 0

  public var precision: Double { found > 0 ? Double(right) / Double(found) : 1 }
  public var recall: Double { key > 0 ? Double(right) / Double(key) : 1 }
  /// The harmonic mean of both.
  public var f1: Double { key + found > 0 ? 2 * Double(right) / Double(key + found) : 1 }

  static func += (sum: inout Tally, other: Tally) {
    (sum.key, sum.found) = (sum.key + other.key, sum.found + other.found)
    sum.right += other.right
  }
}

extension Tally {
  /// Counts items in any order, equal ones as often as both have them.
  init(_ key: [String], _ found: [String]) {
    var left = Dictionary(key.map { ($0, 1) }, uniquingKeysWith: +)
    for item in found where left[item, default: 0] > 0 {
      left[item, default: 0] -= 1
      right += 1
    }
    (self.key, self.found) = (key.count, found.count)
  }

  /// Counts the pairs of mentions that the key calls one, and those that were found to be one: D.
  /// Menestrina, S. E. Whang, H. Garcia-Molina, *Evaluating Entity Resolution Results*, PVLDB 3 (1),
  /// 2010. A mention that was not found is a pair with none.
  init(pairsOf mentions: [Identified]) {
    let found = mentions.filter { $0.found != nil }
    key = Self.pairs(mentions.map(\.key))
    self.found = Self.pairs(found.map(\.found))
    right = Self.pairs(found.map { [$0.key, $0.found] })
  }

  private static func pairs(_ labels: [some Hashable]) -> Int {
    Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +).values
      .reduce(0) { $0 + $1 * ($1 - 1) / 2 }
  }
}

extension Tally: Encodable {
  private enum CodingKeys: String, CodingKey { case key, found, right, precision, recall, f1 }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(key, forKey: .key)
    try container.encode(found, forKey: .found)
    try container.encode(right, forKey: .right)
    try container.encode(precision, forKey: .precision)
    try container.encode(recall, forKey: .recall)
    try container.encode(f1, forKey: .f1)
  }
}

/// What one mention means by the key, and by the index.
struct Identified {
  var city: String
  /// As the report prints it.
  var printed: String
  var key: String
  var found: String?
}
