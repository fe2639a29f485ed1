/// What kind of character a scalar of the Basic Multilingual Plane is, a byte each.
///
/// The kinds follow the Word_Break property (Unicode Standard Annex 29). Only characters whose
/// behavior is plain get a kind; all others are `hard` and go to ICU. A test compares every entry
/// with ICU's own property.
struct CharacterTable: Sendable {
  /// Left to ICU: combining marks, joiners, other scripts, compatibility forms, surrogates, and
  /// `@`, which versions of ICU treat differently.
  static let hard: UInt8 = 0
  /// A piece of its own: punctuation, symbols, control characters.
  static let other: UInt8 = 1
  static let space: UInt8 = 2
  static let lineFeed: UInt8 = 3
  static let carriageReturn: UInt8 = 4
  static let letter: UInt8 = 5
  static let digit: UInt8 = 6
  /// `_`, which joins letters, digits and Katakana.
  static let connector: UInt8 = 7
  /// `.` and `'`, which stay inside words and inside numbers.
  static let middle: UInt8 = 8
  /// `,` and `;`, which stay inside numbers.
  static let middleOfNumber: UInt8 = 9
  /// Katakana and ー: part of a dictionary run.
  static let katakana: UInt8 = 10
  /// Hiragana, Han, 々 and 〇: part of a dictionary run.
  static let ideograph: UInt8 = 11

  /// Set for characters that NFKC_Casefold leaves alone and that compose with nothing before them.
  static let stable: UInt8 = 0x80
  static let kindMask: UInt8 = 0x7F

  static let shared = CharacterTable()

  /// First the number of the block of each row of 256 scalars, then the blocks of 256 entries. Rows
  /// without a range, and those that one range fills, share a block: few pages of memory are written.
  private let bytes: [UInt8]

  private init() {
    var bytes = [UInt8](repeating: 1, count: 256) + [UInt8](repeating: Self.hard, count: 256)
    func newBlock(of entry: UInt8) -> UInt8 {
      bytes += [UInt8](repeating: entry, count: 256)
      return UInt8(bytes.count >> 8 - 1)
    }
    for (first, last, entry) in Self.ranges {
      var whole: UInt8?
      for row in first >> 8...last >> 8 {
        let part = max(first, row << 8)...min(last, row << 8 | 0xFF)
        if part.count == 256 {
          whole = whole ?? newBlock(of: entry)
          bytes[row] = whole ?? 1
        } else {
          if bytes[row] == 1 { bytes[row] = newBlock(of: Self.hard) }
          for scalar in part { bytes[Int(bytes[row]) << 8 | scalar & 0xFF] = entry }
        }
      }
    }
    self.bytes = bytes
  }

  /// The table as the inner loops read it.
  struct Entries {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>

    /// - Parameter scalar: below 65,536.
    @inline(__always)
    subscript(scalar: Int) -> UInt8 {
      bytes[Int(bytes[scalar >> 8]) << 8 | scalar & 0xFF]
    }
  }

  func withEntries<Result, Failure: Error>(
    _ body: (Entries) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in
      try body(Entries(bytes: bytes))
    }
  }

  /// - Parameter scalar: below 65,536.
  subscript(scalar: Int) -> UInt8 { withEntries { $0[scalar] } }

  private static let ranges: [(Int, Int, UInt8)] = [
    // ASCII
    (0x00, 0x7F, other | stable), (0x0A, 0x0A, lineFeed | stable),
    (0x0B, 0x0C, hard | stable), (0x0D, 0x0D, carriageReturn | stable),
    (0x20, 0x20, space | stable), (0x22, 0x22, other | stable),
    (0x27, 0x27, middle | stable), (0x2C, 0x2C, middleOfNumber | stable),
    (0x2E, 0x2E, middle | stable), (0x30, 0x39, digit | stable),
    (0x3B, 0x3B, middleOfNumber | stable), (0x40, 0x40, hard | stable), (0x41, 0x5A, letter),
    (0x5F, 0x5F, connector | stable),
    (0x61, 0x7A, letter | stable),
    // General punctuation, arrows, boxes, shapes
    (0x2010, 0x2010, other), (0x2012, 0x2015, other), (0x2016, 0x2016, other | stable),
    (0x201C, 0x201D, other), (0x2020, 0x2022, other | stable), (0x2025, 0x2026, other),
    (0x2030, 0x2031, other | stable), (0x203B, 0x203B, other | stable),
    (0x2190, 0x2193, other | stable), (0x2500, 0x2501, other), (0x2502, 0x25FF, other | stable),
    (0x2605, 0x2606, other | stable),
    // CJK symbols and punctuation
    (0x3000, 0x3000, space), (0x3001, 0x3004, other | stable),
    (0x3005, 0x3005, ideograph | stable), (0x3007, 0x3007, ideograph | stable),
    (0x3008, 0x301B, other | stable), (0x301C, 0x301F, other),
    (0x3020, 0x3020, other | stable),
    // Kana
    (0x3041, 0x3096, ideograph | stable), (0x309D, 0x309E, ideograph | stable),
    (0x30A1, 0x30FA, katakana | stable), (0x30FB, 0x30FB, other | stable),
    (0x30FC, 0x30FE, katakana | stable),
    // Han
    (0x3400, 0x4DBF, ideograph | stable), (0x4E00, 0x9FFF, ideograph | stable),
    // Full-width ASCII
    (0xFF01, 0xFF06, other), (0xFF08, 0xFF0B, other), (0xFF0D, 0xFF0D, other),
    (0xFF0F, 0xFF0F, other), (0xFF10, 0xFF19, digit), (0xFF1C, 0xFF1F, other),
    (0xFF21, 0xFF3A, letter), (0xFF3B, 0xFF3E, other), (0xFF40, 0xFF40, other),
    (0xFF41, 0xFF5A, letter), (0xFF5B, 0xFF65, other),
  ]
}
