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
    var boundaries = 0
    for text in texts { cut(text, iterator) { _ in boundaries += 1 } }
    return ((ProcessClock.now - start).cpu, boundaries)
  }

  /// Where ICU cuts a text, in units of UTF-16.
  static func ends(in text: String) -> [Int] {
    var (status, ends) = (cicu_success, [Int]())
    guard let iterator = cicu_ubrk_open_words("ja", &status) else { return [] }
    defer { cicu_ubrk_close(iterator) }
    // ICU loads its dictionary at the first ideograph; a ー before that would be cut otherwise.
    cut("東京", iterator) { _ in }
    cut(text, iterator) { ends.append(Int($0)) }
    return ends
  }

  private static func cut(_ text: String, _ iterator: OpaquePointer, _ body: (Int32) -> Void) {
    let units = Array(text.utf16)
    guard let length = Int32(exactly: units.count) else { return }
    units.withUnsafeBufferPointer { units in
      var status = cicu_success
      cicu_ubrk_set_text(iterator, units.baseAddress, length, &status)
      while case let end = cicu_ubrk_next(iterator), end != cicu_ubrk_done { body(end) }
    }
  }
}
