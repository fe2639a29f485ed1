/// Text in fewer bytes than UTF-8 takes for Japanese, which packs smaller and faster as well: what
/// packs by counting bytes finds the characters in them, not the thirds of characters.
///
/// | bytes | character |
/// |---|---|
/// | 09, 0A, 0D, 20–7E | the same of ASCII |
/// | 80–D1, then any | U+4E00–U+9FFF: the upper byte less 4E, plus 80; the lower byte |
/// | FC, FD, FE, then any | U+20xx, U+30xx, U+FFxx: the lower byte |
/// | FF, then UTF-8 | any other |
/// | the 72 that are left, in order | those of `frequent` |
enum DenseText {
  /// All between U+3000 and U+30FF.
  private static let frequent =
    "\u{3000}、。「」ーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん"
    + "がぎぐげござじずぜだでどばびぶべぼっゃょ"
  private static let escape: UInt8 = 0xFF
  private static let tables = Tables()

  private struct Tables {
    /// By byte: whether it stands for itself.
    var isPlain = [Bool](repeating: false, count: 256)
    /// By byte: the upper byte of the character; 0 for those of other pages.
    var pages = [UInt8](repeating: 0, count: 256)
    /// By first byte of two: all bits; 0 for others.
    var pairs = [UInt8](repeating: 0, count: 256)
    /// The same the other way.
    var leads = [UInt8](repeating: 0, count: 256)
    /// By byte: the lower byte of a frequent character.
    var kana = [UInt8](repeating: 0, count: 256)
    /// The same the other way; `escape` for those that are not frequent.
    var codes = [UInt8](repeating: escape, count: 256)

    init() {
      for byte in [0x09, 0x0A, 0x0D] + Array(0x20...0x7E) { isPlain[byte] = true }
      for page in 0x4E...0x9F { set(page, lead: page - 0x4E + 0x80) }
      for (lead, page) in [(0xFC, 0x20), (0xFD, 0x30), (0xFE, 0xFF)] { set(page, lead: lead) }
      let free = (0..<Int(escape)).filter { !isPlain[$0] && pages[$0] == 0 }
      for (code, character) in zip(free, frequent.unicodeScalars) {
        pages[code] = 0x30
        kana[code] = UInt8(truncatingIfNeeded: character.value)
        codes[Int(kana[code])] = UInt8(code)
      }
    }

    private mutating func set(_ page: Int, lead: Int) {
      pages[lead] = UInt8(page)
      pairs[lead] = .max
      leads[page] = UInt8(lead)
    }
  }

  static func encoded(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { utf8 in
      [UInt8](unsafeUninitializedCapacity: 2 * utf8.count) { encode(utf8, into: $0, &$1) }
    }
  }

  /// - Parameter count: is raised by the bytes that are written, at most two for each that is read.
  private static func encode(
    _ utf8: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableBufferPointer<UInt8>,
    _ count: inout Int
  ) {
    let tables = Self.tables
    var place = 0
    func put(_ byte: UInt8) {
      room[count] = byte
      count += 1
    }
    while place < utf8.count {
      let first = utf8[place]
      let length = UTF8Length.of(first)
      let pair: (page: Int, low: Int)? =
        length == 3 ? scalar(utf8[place + 1], utf8[place + 2], after: first) : nil
      if tables.isPlain[Int(first)] {
        put(first)
      } else if let pair, pair.page == 0x30, tables.codes[pair.low] != escape {
        put(tables.codes[pair.low])
      } else if let pair, tables.leads[pair.page] != 0 {
        put(tables.leads[pair.page])
        put(UInt8(truncatingIfNeeded: pair.low))
      } else {
        put(escape)
        for byte in utf8[place..<place + length] { put(byte) }
      }
      place += length
    }
  }

  /// The upper and the lower byte of a character of three bytes.
  @inline(__always)
  private static func scalar(
    _ second: UInt8, _ third: UInt8, after first: UInt8
  ) -> (page: Int, low: Int) {
    let page = Int(first & 0x0F) << 4 | Int(second >> 2 & 0x0F)
    return (page, Int(second & 3) << 6 | Int(third & 0x3F))
  }

  /// The UTF-8 of a text, which is not looked at where it stands behind an escape; nil where the
  /// bytes end within a character.
  static func decoded(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    var isWhole = true
    let utf8 = [UInt8](unsafeUninitializedCapacity: 3 * bytes.count) {
      isWhole = decode(bytes, into: $0, &$1)
    }
    return isWhole ? utf8 : nil
  }

  /// - Parameter count: is raised by the bytes that are written, at most three for each that is read.
  private static func decode(
    _ bytes: UnsafeRawBufferPointer, into room: UnsafeMutableBufferPointer<UInt8>,
    _ count: inout Int
  ) -> Bool {
    let tables = Self.tables
    return tables.pages.withUnsafeBufferPointer { pages in
      tables.pairs.withUnsafeBufferPointer { pairs in
        tables.kana.withUnsafeBufferPointer { kana in
          decode(bytes, into: room, &count, pages: pages, pairs: pairs, kana: kana)
        }
      }
    }
  }

  /// Which characters take one byte and which two is not predictable, so both are written alike.
  @inline(__always)
  private static func decode(
    _ bytes: UnsafeRawBufferPointer, into room: UnsafeMutableBufferPointer<UInt8>,
    _ count: inout Int, pages: UnsafeBufferPointer<UInt8>, pairs: UnsafeBufferPointer<UInt8>,
    kana: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var (place, end) = (0, 0)
    defer { count = end }
    while place < bytes.count {
      let byte = Int(bytes[place])
      let page = pages[byte]
      place &+= 1
      if page != 0 {
        let next = place < bytes.count ? bytes[place] : 0
        let low = next & pairs[byte] | kana[byte]
        room[end] = 0xE0 | page &>> 4
        room[end &+ 1] = 0x80 | (page & 0x0F) &<< 2 | low &>> 6
        room[end &+ 2] = 0x80 | low & 0x3F
        place &+= Int(pairs[byte] & 1)
        end &+= 3
      } else if byte != Int(escape) {
        room[end] = UInt8(truncatingIfNeeded: byte)
        end &+= 1
      } else {
        guard place < bytes.count, place + UTF8Length.of(bytes[place]) <= bytes.count
        else { return false }
        for _ in 0..<UTF8Length.of(bytes[place]) {
          room[end] = bytes[place]
          end &+= 1
          place &+= 1
        }
      }
    }
    // The last one may be the first byte of two.
    return place == bytes.count
  }
}
