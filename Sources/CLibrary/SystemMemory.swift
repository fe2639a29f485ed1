internal import CMemory

/// The memory of a program that lives for one answer.
public enum SystemMemory {
  /// Written before there are threads beside the caller's.
  private nonisolated(unsafe) static var isPrepared = false

  /// Makes the memory that is taken from now on quick to get, here and on all threads that begin later;
  /// what is freed is kept for what comes. To be called before the first thread begins.
  public static func prepare() {
    guard !isPrepared else { return }
    isPrepared = true
    memory_expect_much()
  }

  /// Each thread has memory of its own.
  static func prepareThread() {
    if isPrepared { memory_expect_much() }
  }
}
