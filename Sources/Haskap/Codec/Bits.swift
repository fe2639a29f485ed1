/// Sets of small numbers as 64-bit words, on memory that the caller owns.
enum Bits {
  typealias Words = UnsafeMutablePointer<UInt64>

  @inline(__always)
  static func wordCount(_ bits: Int) -> Int { (bits &+ 63) &>> 6 }

  @inline(__always)
  static func contains(_ bit: Int, in words: UnsafePointer<UInt64>) -> Bool {
    words[bit &>> 6] &>> UInt64(bit & 63) & 1 == 1
  }

  @inline(__always)
  static func insert(_ bit: Int, into words: Words) {
    words[bit &>> 6] |= 1 &<< UInt64(bit & 63)
  }

  @inline(__always)
  static func remove(_ bit: Int, from words: Words) {
    words[bit &>> 6] &= ~(1 &<< UInt64(bit & 63))
  }

  static func clear(_ words: Words, count: Int) { words.update(repeating: 0, count: count) }

  static func intersect(_ words: Words, with other: UnsafePointer<UInt64>, count: Int) {
    for index in 0..<count { words[index] &= other[index] }
  }

  static func unite(_ words: Words, with other: UnsafePointer<UInt64>, count: Int) {
    for index in 0..<count { words[index] |= other[index] }
  }

  static func subtract(_ words: Words, _ other: UnsafePointer<UInt64>, count: Int) {
    for index in 0..<count { words[index] &= ~other[index] }
  }

  static func population(_ words: UnsafePointer<UInt64>, count: Int) -> Int {
    var total = 0
    for index in 0..<count { total &+= words[index].nonzeroBitCount }
    return total
  }

  static func isEmpty(_ words: UnsafePointer<UInt64>, count: Int) -> Bool {
    for index in 0..<count where words[index] != 0 { return false }
    return true
  }

  /// Inserts `0 ..< length` and removes whatever is behind, up to `count` words.
  static func fill(_ words: Words, length: Int, count: Int) {
    for index in 0..<count { words[index] = first(length &- index &* 64) }
  }

  /// A word of so many bits, of 64 where it is more.
  @inline(__always)
  static func first(_ count: Int) -> UInt64 {
    count >= 64 ? .max : count <= 0 ? 0 : (1 &<< UInt64(count)) &- 1
  }

  @inline(__always)
  static func forEach(
    _ words: UnsafePointer<UInt64>, count: Int, _ body: (Int) throws -> Void
  ) rethrows {
    for index in 0..<count {
      var word = words[index]
      while word != 0 {
        try body(index &* 64 &+ word.trailingZeroBitCount)
        word &= word &- 1
      }
    }
  }
}

extension Bits {
  /// Gives the bits from `start` up to but not including `end`.
  @inline(__always)
  static func forEach(
    _ words: UnsafePointer<UInt64>, from start: Int, to end: Int, _ body: (Int) -> Void
  ) {
    guard start < end else { return }
    let last = (end &- 1) &>> 6
    for index in start &>> 6...last {
      var word = words[index]
      if index == start &>> 6 { word &= UInt64.max &<< UInt64(start & 63) }
      if index == last { word &= UInt64.max &>> UInt64(63 &- (end &- 1) & 63) }
      forEach(of: word) { body(index &* 64 &+ $0) }
    }
  }

  @inline(__always)
  static func forEach(of word: UInt64, _ body: (Int) throws -> Void) rethrows {
    var rest = word
    while rest != 0 {
      try body(rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
  }

  /// Writes the places of all bits, of `count` words, and returns how many they are.
  static func list(
    _ words: UnsafePointer<UInt64>, count: Int, into places: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var length = 0
    forEach(words, count: count) { place in
      places[length] = UInt32(truncatingIfNeeded: place)
      length &+= 1
    }
    return length
  }

  /// Leaves in a set of `count` words these places alone.
  static func set(_ words: Words, count: Int, to places: UnsafeBufferPointer<UInt32>) {
    clear(words, count: count)
    for place in places { insert(Int(place), into: words) }
  }

  /// Inserts a run of bits.
  static func insert(_ range: Range<Int>, into words: Words) {
    guard !range.isEmpty else { return }
    let first = range.lowerBound &>> 6
    let last = (range.upperBound &- 1) &>> 6
    let head = UInt64.max &<< UInt64(range.lowerBound & 63)
    let tail = UInt64.max &>> UInt64(63 &- (range.upperBound &- 1) & 63)
    if first == last {
      words[first] |= head & tail
      return
    }
    words[first] |= head
    for word in first &+ 1..<last { words[word] = .max }
    words[last] |= tail
  }

  /// Inserts the places of the bytes that are 1, all others being 0, and sets them to 0.
  ///
  /// Eight at a time: the product puts the lowest bit of byte i in bit 56 + i, with no carry.
  static func move(_ marks: UnsafeMutablePointer<UInt8>, to words: Words, count: Int) {
    for index in 0..<count {
      let bytes = UnsafeMutableRawPointer(marks + 64 &* index)
      var word: UInt64 = 0
      for part in 0..<8 {
        let eight = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: 8 &* part, as: UInt64.self))
        word |= ((eight &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(8 &* part)
      }
      words[index] |= word
      bytes.initializeMemory(as: UInt64.self, repeating: 0, count: 8)
    }
  }
}
