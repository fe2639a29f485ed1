internal import CLibrary

/// Memory for what is touched in no order, of huge pages where the system has them: with pages of
/// 4 KiB nearly every look into a hundred megabytes waits for the page table as well.
enum PageMemory {
  /// Of a huge page, in bytes.
  static let pageLength = 1 << 21

  /// The caller deallocates it.
  static func allocate(byteCount: Int) -> UnsafeMutableRawPointer {
    guard byteCount >= pageLength else { return .allocate(byteCount: byteCount, alignment: 64) }
    let memory = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: pageLength)
    // Advice only: without huge pages everything works, more slowly.
    #if os(Linux)
      _ = madvise(memory, byteCount & ~(pageLength - 1), MADV_HUGEPAGE)
    #endif
    return memory
  }
}
