internal import CLibrary
internal import Synchronization

/// The parts of a file that were looked at and found sound, a bit each, set from any thread.
///
/// A checksum tells that bytes are those that were written, not that what was written is true. So
/// each part is looked at when it is first touched, and the loops behind may then trust it.
final class CheckedParts: Sendable {
  private nonisolated(unsafe) let words: UnsafeMutablePointer<Atomic<UInt64>>  // Bits are atomic.

  /// Zeroed pages of the system: those of parts that nobody asks for take no memory.
  init(count: Int) {
    let words = calloc((count + 63) / 64 + 1, MemoryLayout<UInt64>.size)
    self.words = words.unsafelyUnwrapped.assumingMemoryBound(to: Atomic<UInt64>.self)
  }

  deinit { free(words) }

  @inline(__always)
  func contains(_ part: Int) -> Bool {
    words[part &>> 6].load(ordering: .relaxed) &>> UInt64(part & 63) & 1 == 1
  }

  func insert(_ part: Int) {
    words[part >> 6].bitwiseOr(1 &<< UInt64(part & 63), ordering: .relaxed)
  }

  /// Calls `check` unless it has passed for this part before.
  @inline(__always)
  func once(_ part: Int, _ check: () throws(FormatError) -> Void) throws(FormatError) {
    guard !contains(part) else { return }
    try check()
    insert(part)
  }
}
