/// How often durations occurred, in classes whose width grows with the duration.
///
/// Each power of two has 128 classes, so that a duration is kept with an error below 1 % and a
/// histogram of any number of them takes the same memory: G. Tene, *HdrHistogram*, 2012.
public struct LatencyHistogram: Sendable, Equatable {
  private static let bits = 7
  /// By class, as long as the largest class needs.
  private var counts: [Int] = []
  /// The number of durations.
  public private(set) var count = 0
  /// In nanoseconds.
  public private(set) var sum: UInt64 = 0
  /// In nanoseconds.
  public private(set) var max: UInt64 = 0

  public init() {}

  public mutating func record(_ nanoseconds: UInt64) {
    add(1, at: Self.number(of: nanoseconds))
    sum &+= nanoseconds
    max = Swift.max(max, nanoseconds)
  }

  /// Adds all durations of another histogram.
  public mutating func merge(_ other: LatencyHistogram) {
    for (number, times) in other.counts.enumerated() where times > 0 { add(times, at: number) }
    sum &+= other.sum
    max = Swift.max(max, other.max)
  }

  /// In nanoseconds; 0 without durations.
  public var mean: Double { count == 0 ? 0 : Double(sum) / Double(count) }

  /// The duration in nanoseconds that a share of all does not exceed; 0 without durations.
  public func quantile(_ share: Double) -> UInt64 {
    let wanted = Swift.max(1, Int((share * Double(count)).rounded(.up)))
    var passed = 0
    for (number, times) in counts.enumerated() {
      passed += times
      if passed >= wanted { return min(Self.bounds(of: number).upperBound, max) }
    }
    return max
  }

  /// The classes that have durations: the longest duration of each in nanoseconds, and how many.
  public var classes: [(nanoseconds: UInt64, count: Int)] {
    counts.indices.filter { counts[$0] > 0 }.map { (Self.bounds(of: $0).upperBound, counts[$0]) }
  }

  private mutating func add(_ times: Int, at number: Int) {
    if number >= counts.count {
      counts += Array(repeating: 0, count: number + 1 - counts.count)
    }
    counts[number] += times
    count += times
  }

  private static func number(of duration: UInt64) -> Int {
    let shift = Swift.max(0, UInt64.bitWidth - duration.leadingZeroBitCount - bits - 1)
    return shift << bits + Int(duration >> UInt64(shift))
  }

  private static func bounds(of number: Int) -> ClosedRange<UInt64> {
    let shift = Swift.max(0, number >> bits - 1)
    let first = UInt64(number - shift << bits) << UInt64(shift)
    return first...(first + (1 << UInt64(shift) - 1))
  }
}

extension LatencyHistogram: Codable {
  private enum Key: String, CodingKey { case count, mean, p50, p90, p99, max, sum, classes }

  /// Durations in nanoseconds; `classes` are pairs of the longest duration and the number.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(count, forKey: .count)
    try values.encode(mean, forKey: .mean)
    for (key, share) in [(Key.p50, 0.5), (.p90, 0.9), (.p99, 0.99)] {
      try values.encode(quantile(share), forKey: key)
    }
    try values.encode(max, forKey: .max)
    try values.encode(sum, forKey: .sum)
    try values.encode(classes.map { [$0.nanoseconds, UInt64($0.count)] }, forKey: .classes)
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    for pair in try values.decode([[UInt64]].self, forKey: .classes) where pair.count == 2 {
      add(Int(clamping: pair[1]), at: Self.number(of: pair[0]))
    }
    sum = try values.decode(UInt64.self, forKey: .sum)
    max = try values.decode(UInt64.self, forKey: .max)
  }
}
