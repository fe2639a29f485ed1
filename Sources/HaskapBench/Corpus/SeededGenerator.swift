/// Random numbers that are the same for the same seed, on every machine.
///
/// SplitMix64: G. Steele, D. Lea, C. Flood, *Fast Splittable Pseudorandom Number Generators*, 2014.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A generator of its own for one part of the work, so that parts do not depend on each other.
  func derived(_ parts: Int...) -> SeededGenerator {
    var mixed = SeededGenerator(seed: state)
    for part in parts {
      mixed.state ^= UInt64(bitPattern: Int64(part)) &* 0xD6E8_FEB8_6659_FD93
      _ = mixed.next()
    }
    return mixed
  }
}

extension SeededGenerator {
  mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &self) < probability
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func pick(_ words: [String]) -> String {
    words.isEmpty ? "" : words[number(0...words.count - 1)]
  }

  /// A word by Zipf's law: the word at index n about 1 / (n + 1) as often as the first.
  mutating func zipf(_ words: [String]) -> String {
    words.isEmpty ? "" : words[rank(below: words.count)]
  }

  /// The index of such a word.
  mutating func rank(below count: Int) -> Int {
    // The inverse of the integral of 1 / x, which is close enough to the harmonic sum.
    let share = Double.random(in: 0..<1, using: &self)
    return min(Int(Math.power(Double(count + 1), share)) - 1, count - 1)
  }

  /// The index of a word among so many that there are always new ones: the word at index n is as
  /// frequent as n + 20 to the power of -1.43, and so, by Heaps' law, of m drawn words about m to
  /// the power of 0.7 are different.
  mutating func openRank(below count: Int) -> Int {
    let share = Double.random(in: 0..<1, using: &self)
    return Int(20 * min(Math.power(1 - share, -1 / 0.43) - 1, 1e15)) % count
  }

  /// A number of people: most events are small, a few are very large.
  mutating func attendance() -> Int {
    let normal = (0..<6).reduce(0) { sum, _ in sum + Double.random(in: -1...1, using: &self) }
    return max(3, Int(Math.power(60, 1 + normal / 6)))
  }
}
