internal import CLibrary
internal import Synchronization

/// The terms whose postings, or positions, were looked at and found sound, so that it is done once.
///
/// It keeps a fingerprint of 64 bits of all that the dictionary says of a term, in a bucket of eight
/// that follows from the fingerprint: two terms of one query that took turns in a single place would be
/// looked at anew each time. Where a bucket is full, a later term takes the place of an earlier one. The
/// seed is another one in every process, so that no file can be made whose terms pass for each other.
final class CheckedTerms: Sendable {
  private nonisolated(unsafe) let slots: UnsafeMutablePointer<Atomic<UInt64>>  // Slots are atomic.
  private let bucketMask: UInt64
  private let seed = UInt64(truncatingIfNeeded: Hasher().finalize())
  private static let ways = 8

  enum Part: UInt64 {
    case postings = 1
    case positions, pairs
  }

  /// - Parameter bytes: what the terms take, from which follows how many they may be.
  init(bytes: Int) {
    let count = 1 << max(10, min(20, Int.bitWidth - (bytes / 16).leadingZeroBitCount))
    bucketMask = UInt64(count / Self.ways - 1)
    let slots = calloc(count, MemoryLayout<UInt64>.size)
    self.slots = slots.unsafelyUnwrapped.assumingMemoryBound(to: Atomic<UInt64>.self)
  }

  deinit { free(slots) }

  /// Calls `check` unless it has passed for this term before.
  @inline(__always)
  func once(
    _ part: Part, _ term: TermInfo, field: Int, _ check: () throws(FormatError) -> Void
  ) throws(FormatError) {
    let fingerprint = fingerprint(part, term, field)
    let bucket = slots + Int(truncatingIfNeeded: (fingerprint &>> 1) & bucketMask) &* Self.ways
    var way = 0
    while way < Self.ways {
      let found = bucket[way].load(ordering: .relaxed)
      if found == fingerprint { return }
      if found == 0 { break }
      way &+= 1
    }
    try check()
    let place = way < Self.ways ? way : Int(truncatingIfNeeded: fingerprint &>> 61)
    bucket[place].store(fingerprint, ordering: .relaxed)
  }

  @inline(__always)
  private func fingerprint(_ part: Part, _ term: TermInfo, _ field: Int) -> UInt64 {
    var hash = seed ^ part.rawValue &<< 56 ^ UInt64(truncatingIfNeeded: field)
    hash = Self.mix(hash, term.postings.lowerBound)
    hash = Self.mix(hash, term.postings.upperBound)
    hash = Self.mix(hash, term.documentFrequency)
    hash = Self.mix(hash, term.totalFrequency)
    hash = Self.mix(hash, term.positions.lowerBound)
    hash = Self.mix(hash, term.positions.upperBound)
    return hash | 1
  }

  @inline(__always)
  private static func mix(_ hash: UInt64, _ word: Int) -> UInt64 {
    let product = (hash ^ UInt64(truncatingIfNeeded: word))
      .multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
