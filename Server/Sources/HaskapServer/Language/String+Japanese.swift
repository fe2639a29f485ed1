extension String {
  /// Whether most letters of the text are Japanese, so that a page in another language says so of it.
  var isJapanese: Bool {
    var (own, others) = (0, 0)
    for byte in utf8 {
      switch byte {
      // Each letter but those of ASCII has one leading byte: of kana and kanji these.
      case 0xE3...0xE9: own += 1
      case 0x41...0x5A, 0x61...0x7A: others += 1
      default: break
      }
    }
    return own > 0 && own * 4 >= others
  }
}
