internal import CICU

/// The plain loop over ICU's word iterator, without an index: what any engine with ICU's words pays
/// at least.
enum ICULoop {
  /// The CPU seconds for a MiB; few texts are gone through again, until the clock can tell.
  static func secondsPerMiB(of texts: [String]) -> Double {
    let mebibytes = Double(texts.reduce(0) { $0 + $1.utf8.count }) / 1_048_576
    var (seconds, passes) = (0.0, 0.0)
    while seconds < 0.2, passes < 1000 {
      seconds += run(texts).seconds
      passes += 1
    }
    return seconds / passes / max(mebibytes, 1e-9)
  }

  /// The CPU seconds for some texts, and the boundaries found.
  static func run(_ texts: [String]) -> (seconds: Double, boundaries: Int) {
    var status = cicu_success
    guard let iterator = cicu_ubrk_open_words("ja", &status) else { return (0, 0) }
    defer { cicu_ubrk_close(iterator) }
    let start = ProcessClock.now
    let boundaries = texts.reduce(0) { $0 + count($1, iterator) }
    return ((ProcessClock.now - start).cpu, boundaries)
  }

  private static func count(_ text: String, _ iterator: OpaquePointer) -> Int {
    let units = Array(text.utf16)
    guard let length = Int32(exactly: units.count) else { return 0 }
    return units.withUnsafeBufferPointer { units in
      var (status, boundaries) = (cicu_success, 0)
      cicu_ubrk_set_text(iterator, units.baseAddress, length, &status)
      while cicu_ubrk_next(iterator) != cicu_ubrk_done { boundaries += 1 }
      return boundaries
    }
  }
}
