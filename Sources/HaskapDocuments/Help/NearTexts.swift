/// Tells texts that have something spelled nearly like a word from those that have not, in one pass: to
/// cut a text into words takes a hundred times as long.
///
/// Myers, "A fast bit-vector algorithm for approximate string matching", 1999; swaps of neighbors as in
/// Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003.
struct NearTexts {
  /// By the low bits of a character, where it may stand in the word: a bit each, the first lowest.
  private var places = [UInt64](repeating: 0, count: Int(lowBits) + 1)
  private let length: Int
  private let limit: Int
  private static let lowBits: UInt32 = 0xFFF

  /// - Parameters:
  ///   - word: of up to 64 characters.
  ///   - limit: how many may be missing, put in, replaced or swapped.
  init(_ word: [Unicode.Scalar], within limit: Int) {
    (length, self.limit) = (word.count, limit)
    for (place, scalar) in word.enumerated() {
      places[Int(scalar.value & Self.lowBits)] |= 1 &<< UInt64(place)
    }
  }

  /// - Parameter text: normalized.
  func has(in text: ArraySlice<UInt8>) -> Bool {
    let last: UInt64 = 1 &<< UInt64(length - 1)
    var (rises, falls, equals, before) = (UInt64.max, 0 as UInt64, 0 as UInt64, 0 as UInt64)
    var distance = length
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let here = places[Int(scalar.value & Self.lowBits)]
      let swaps = ((~equals & here) &<< 1) & before
      equals = (((here & rises) &+ rises) ^ rises) | here | falls | swaps
      let (more, fewer) = (falls | ~(equals | rises), equals & rises)
      if more & last != 0 { distance += 1 } else if fewer & last != 0 { distance -= 1 }
      if distance <= limit { return true }
      // What is near may begin anywhere.
      rises = (fewer &<< 1) | ~(equals | (more &<< 1))
      falls = (more &<< 1) & equals
      before = here
    }
    return false
  }
}
