import CICU

/// ICU's own word iterator for Japanese over UTF-16 text. Not thread-safe: one a session.
///
/// Opened at the first use, because a query of plain Japanese never needs it.
///
/// ICU loads the dictionary for the script of the first character that asks for one. ー belongs to
/// no script: a text that began with it before the dictionary was loaded would keep it in one piece
/// with what follows, and be cut otherwise the next time. So two ideographs are cut first.
final class ICUWordBreaker {
  /// 東京; of a single character the dictionary is not asked.
  private static let ideographs: [UInt16] = [0x6771, 0x4EAC]
  private var iterator: OpaquePointer?

  init() {}

  deinit {
    if let iterator { cicu_ubrk_close(iterator) }
  }

  /// Calls `body` with the end of every piece in order (UTF-16 units) and whether it is a word:
  /// ICU's rule status is 100 or more for numbers, letters, kana and ideographs.
  func forEachPiece(
    of text: UnsafeBufferPointer<UInt16>, _ body: (_ end: Int, _ isWord: Bool) -> Void
  ) throws(ICUError) {
    let iterator = try opened()
    try checkedICU("ubrk_setText") { status in
      cicu_ubrk_set_text(iterator, text.baseAddress, Int32(text.count), &status)
    }
    while true {
      let end = cicu_ubrk_next(iterator)
      if end == cicu_ubrk_done { return }
      body(Int(end), cicu_ubrk_rule_status(iterator) >= cicu_ubrk_word)
    }
  }

  private func opened() throws(ICUError) -> OpaquePointer {
    if let iterator { return iterator }
    let opened = try checkedICU("ubrk_open(word, ja)") { status in
      cicu_ubrk_open_words("ja", &status)
    }
    iterator = opened
    try Self.ideographs.withUnsafeBufferPointer { (text) throws(ICUError) in
      try forEachPiece(of: text) { _, _ in }
    }
    return opened!
  }
}
