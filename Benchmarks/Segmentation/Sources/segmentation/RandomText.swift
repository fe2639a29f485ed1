/// A small generator whose whole run follows from its seed (SplitMix64; Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Random strings that mix plain Japanese, Latin, and anything at all.
struct RandomText {
  var generator: SplitMix

  init(seed: UInt64) { generator = SplitMix(seed: seed) }

  private static let blocks: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0x09...0x0D, 0x3041...0x3096, 0x30A1...0x30FE, 0x3000...0x303F, 0x4E00...0x9FFF,
    0xFF01...0xFF9F, 0x0300...0x036F, 0x00A0...0x02FF, 0x2000...0x206F, 0xFE00...0xFE0F,
    0xAC00...0xAC40, 0x0E00...0x0E5F, 0x2E80...0x2FDF, 0x1F300...0x1F6FF, 0x1F1E6...0x1F1FF,
    0x20000...0x2A6DF, 0x3099...0x309C, 0x05D0...0x05EA, 0x0...0xD7FF, 0xE000...0x10FFFF,
    0x3031...0x3035, 0x31F0...0x31FF, 0xF900...0xFAFF, 0x3200...0x33FF, 0xE0100...0xE01EF,
  ]

  /// Up to `length` scalars in stretches of one block each.
  mutating func string(length: Int) -> String {
    var scalars = String.UnicodeScalarView()
    while scalars.count < length {
      let block = Self.blocks.randomElement(using: &generator)!
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        if let scalar = Unicode.Scalar(UInt32.random(in: block, using: &generator)) {
          scalars.append(scalar)
        }
      }
    }
    return String(scalars.prefix(length))
  }
}
