internal import HaskapText

/// Cuts a text into character bigrams, and brings its word boundaries into the same order.
///
/// A text of `n` Unicode scalars gives `n` grams: two scalars from every place but the last, and
/// the last scalar alone. So a gram's number is the place of its first scalar; a word of two
/// characters is one gram, and one character is the beginning of the grams that start with it.
/// Spaces and punctuation count like any other scalar.
///
/// The memory is reused from text to text.
final class GramCutter {
  private var capacity = 1024
  private var storage: UnsafeMutablePointer<TokenSpan>
  private var words: UnsafeMutablePointer<UInt64>
  private(set) var count = 0

  init() {
    storage = .allocate(capacity: capacity)
    words = .allocate(capacity: capacity / 64 + 1)
  }

  deinit {
    storage.deallocate()
    words.deallocate()
  }

  /// The grams of the text cut last, in UTF-8 bytes.
  var grams: UnsafeBufferPointer<TokenSpan> { UnsafeBufferPointer(start: storage, count: count) }

  /// A bit for each of its scalars, and one for the end: whether a word boundary stands there.
  var boundaries: BitRun { BitRun(words: words, count: count + 1) }

  func cut(_ text: borrowing AnalyzedText) {
    reserve(text.utf8.count)
    text.utf8.withUnsafeBufferPointer { bytes in
      text.boundaries.withUnsafeWords { cut(bytes, boundaries: $0) }
    }
  }

  private func reserve(_ scalars: Int) {
    guard scalars > capacity else { return }
    capacity = max(scalars, capacity * 2)
    storage.deallocate()
    words.deallocate()
    storage = .allocate(capacity: capacity)
    words = .allocate(capacity: capacity / 64 + 1)
  }

  private func cut(
    _ bytes: UnsafeBufferPointer<UInt8>, boundaries: UnsafeBufferPointer<UInt64>
  ) {
    var previous = 0
    var place = 0
    var number = 0
    var word: UInt64 = 0
    while place < bytes.count {
      let next = min(place &+ UTF8Length.of(bytes[place]), bytes.count)
      word |= Self.bit(place, of: boundaries) &<< UInt64(truncatingIfNeeded: number & 63)
      if number & 63 == 63 {
        words[number &>> 6] = word
        word = 0
      }
      if number > 0 { storage[number &- 1] = TokenSpan(start: previous, end: next) }
      previous = place
      place = next
      number &+= 1
    }
    if number > 0 { storage[number &- 1] = TokenSpan(start: previous, end: place) }
    word |= Self.bit(place, of: boundaries) &<< UInt64(truncatingIfNeeded: number & 63)
    words[number &>> 6] = word
    count = number
  }

  @inline(__always)
  private static func bit(_ offset: Int, of words: UnsafeBufferPointer<UInt64>) -> UInt64 {
    words.isEmpty ? 0 : words[offset &>> 6] &>> UInt64(truncatingIfNeeded: offset & 63) & 1
  }
}

extension TokenSpan {
  @inline(__always)
  init(start: Int, end: Int) {
    self.init(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
  }
}
