internal import Glibc

/// What the inversion knows of a term: one cache line.
///
/// The first sixteen bytes of the term stand in the entry itself, so that most terms of Japanese
/// text (a kanji is three bytes) are compared in two steps. `occurrences` is a stream of the
/// `SliceArena`: for every document `gap << 1 | 1`, where it first stands, and then the distances
/// `<< 1` to the next places; all varints.
struct TermEntry {
  var low: UInt64
  var high: UInt64
  var occurrences: SliceArena.Tail
  var head: UInt32
  var lastDocument: UInt32
  var lastPosition: UInt32
  var length: UInt32
  /// Where the bytes behind the sixteenth are, for longer terms.
  var rest: UInt32
}

/// Finds the entry of a term by its bytes: open addressing with linear probing, at most half full.
final class TermTable {
  private let arena: SliceArena
  private(set) var count = 0
  private var capacity = 1 << 10
  private(set) var entries: UnsafeMutablePointer<TermEntry>
  /// Upper half: bits of the hash; lower half: number of the entry plus 1, or 0 when free.
  private var slots: UnsafeMutablePointer<UInt64>
  private var slotMask: Int

  /// Longer terms are cut: nobody types them, and a page of the arena must hold them.
  static let longestTerm = 32_000

  init(arena: SliceArena) {
    self.arena = arena
    entries = .allocate(capacity: capacity)
    slotMask = capacity * 2 - 1
    slots = .allocate(capacity: slotMask + 1)
    slots.initialize(repeating: 0, count: slotMask + 1)
  }

  deinit {
    entries.deallocate()
    slots.deallocate()
  }

  var byteCount: Int { capacity * MemoryLayout<TermEntry>.stride + (slotMask + 1) * 8 }

  /// A term as the table compares it.
  struct Key {
    var low: UInt64 = 0
    var high: UInt64 = 0
    /// The bytes behind the sixteenth.
    var rest = UnsafeRawBufferPointer(start: nil, count: 0)
    var length: UInt32

    /// - Parameter end: how far memory may be read behind the term, its own bytes included.
    @inline(__always)
    init(_ start: UnsafeRawPointer, length: Int, readable: Int) {
      self.length = UInt32(truncatingIfNeeded: length)
      if readable >= 16 && length <= 16 {
        let first = start.loadUnaligned(as: UInt64.self)
        if length <= 8 {
          low = first & TermTable.mask(length)
        } else {
          low = first
          high =
            start.loadUnaligned(fromByteOffset: 8, as: UInt64.self) & TermTable.mask(length &- 8)
        }
      } else {
        copy(start, length: length)
      }
    }

    /// The same byte by byte, for long terms and those at the end of the text.
    private mutating func copy(_ start: UnsafeRawPointer, length: Int) {
      withUnsafeMutableBytes(of: &low) {
        $0.copyMemory(from: UnsafeRawBufferPointer(start: start, count: min(length, 8)))
      }
      guard length > 8 else { return }
      withUnsafeMutableBytes(of: &high) {
        $0.copyMemory(from: UnsafeRawBufferPointer(start: start + 8, count: min(length - 8, 8)))
      }
      guard length > 16 else { return }
      rest = UnsafeRawBufferPointer(start: start + 16, count: length - 16)
    }

    @inline(__always)
    var hash: UInt64 {
      let product = (low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      var mixed = product.high ^ product.low ^ high &* 0xA076_1D64_78BD_642F
      for byte in rest { mixed = (mixed ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      let folded = (mixed ^ mixed &>> 32).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
      return folded.high ^ folded.low
    }
  }

  @inline(__always)
  fileprivate static func mask(_ bytes: Int) -> UInt64 {
    UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* bytes) & (bytes == 0 ? 0 : .max)
  }

  /// The entry of the term, made when it is new. Valid until the next call.
  @inline(__always)
  func entry(_ key: Key) -> UnsafeMutablePointer<TermEntry> {
    let hash = key.hash
    var slot = Int(truncatingIfNeeded: hash) & slotMask
    while true {
      let found = slots[slot]
      if found == 0 { return insert(key, hash: hash, slot: slot) }
      if (found ^ hash) &>> 32 == 0 {
        let entry = entries + (Int(truncatingIfNeeded: found & 0xFFFF_FFFF) &- 1)
        if isEqual(entry, key) { return entry }
      }
      slot = (slot &+ 1) & slotMask
    }
  }

  /// How many terms are looked up together.
  static let batchLength = 64

  /// Looks up to `batchLength` terms up and writes the numbers of their entries, counted from 1;
  /// 0 for those that are new or need a longer search.
  ///
  /// Slots are read for all terms before the first entry is: reads that do not wait for each other
  /// overlap, and nearly all of this work is waiting for memory.
  func numbers(
    of keys: UnsafePointer<Key>, count: Int, into numbers: UnsafeMutablePointer<UInt32>
  ) {
    let slots = slots
    let entries = entries
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.batchLength) { found in
      for index in 0..<count {
        let hash = keys[index].hash
        let slot = slots[Int(truncatingIfNeeded: hash) & slotMask]
        found[index] = (slot ^ hash) &>> 32 == 0 ? slot : 0
      }
      for index in 0..<count {
        let number = Int(truncatingIfNeeded: found[index] & 0xFFFF_FFFF)
        let isFound = number > 0 && isEqual(entries + (number &- 1), keys[index])
        numbers[index] = isFound ? UInt32(truncatingIfNeeded: number) : 0
      }
    }
  }

  @inline(__always)
  private func isEqual(_ entry: UnsafeMutablePointer<TermEntry>, _ key: Key) -> Bool {
    entry.pointee.low == key.low && entry.pointee.high == key.high
      && entry.pointee.length == key.length
      && (key.length <= 16 || compareBytes(rest(of: entry), key.rest) == 0)
  }

  private func rest(of entry: UnsafeMutablePointer<TermEntry>) -> UnsafeRawBufferPointer {
    guard entry.pointee.length > 16 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(
      start: arena.address(entry.pointee.rest), count: Int(entry.pointee.length) - 16)
  }

  @inline(never)
  private func insert(_ key: Key, hash: UInt64, slot: Int) -> UnsafeMutablePointer<TermEntry> {
    if count == capacity { grow() }
    let stream = arena.beginStream()
    let entry = entries + count
    entry.initialize(
      to: TermEntry(
        low: key.low, high: key.high, occurrences: stream.tail, head: stream.head,
        lastDocument: .max, lastPosition: 0, length: key.length,
        rest: key.rest.isEmpty ? 0 : arena.store(key.rest)))
    count += 1
    place(hash, number: count)
    return entry
  }

  private func place(_ hash: UInt64, number: Int) {
    var slot = Int(truncatingIfNeeded: hash) & slotMask
    while slots[slot] != 0 { slot = (slot + 1) & slotMask }
    slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number)
  }

  private func grow() {
    let larger = UnsafeMutablePointer<TermEntry>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: entries, count: count)
    entries.deallocate()
    entries = larger
    capacity *= 2
    slots.deallocate()
    slotMask = capacity * 2 - 1
    slots = .allocate(capacity: slotMask + 1)
    slots.initialize(repeating: 0, count: slotMask + 1)
    for index in 0..<count { place(key(of: entries + index).hash, number: index + 1) }
  }

  private func key(of entry: UnsafeMutablePointer<TermEntry>) -> Key {
    var key = Key(UnsafeRawPointer(entry), length: 0, readable: 0)
    key.low = entry.pointee.low
    key.high = entry.pointee.high
    key.length = entry.pointee.length
    key.rest = rest(of: entry)
    return key
  }

  /// All entries, in the order of their terms' bytes.
  func sorted() -> [UnsafeMutablePointer<TermEntry>] {
    let keys = (0..<count).map { (entries[$0].low.byteSwapped, $0) }
    return keys.sorted { left, right in
      left.0 != right.0 ? left.0 < right.0 : isBelow(entries + left.1, entries + right.1)
    }.map { entries + $0.1 }
  }

  private func isBelow(
    _ left: UnsafeMutablePointer<TermEntry>, _ right: UnsafeMutablePointer<TermEntry>
  ) -> Bool {
    let (first, second) = (left.pointee.high.byteSwapped, right.pointee.high.byteSwapped)
    if first != second { return first < second }
    if left.pointee.length > 16 && right.pointee.length > 16 {
      return compareBytes(rest(of: left), rest(of: right)) < 0
    }
    return left.pointee.length < right.pointee.length
  }

  /// Puts the term's bytes together.
  func bytes(of entry: UnsafeMutablePointer<TermEntry>, into target: ByteSink) {
    target.removeAll()
    target.append(entry.pointee.low)
    target.append(entry.pointee.high)
    target.append(rest(of: entry))
    target.truncate(to: Int(entry.pointee.length))
  }
}
