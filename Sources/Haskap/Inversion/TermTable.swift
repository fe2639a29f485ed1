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
  /// Where the stream begins.
  var head: UInt32
  var lastDocument: UInt32
  var lastPosition: UInt32
  var length: UInt32
  /// Where the bytes behind the sixteenth are, for longer terms.
  var rest: UInt32
  /// Kept for when the table grows.
  var hash: UInt32
}

/// Finds the entry of a term by its bytes: open addressing with linear probing, at most half full.
final class TermTable {
  private let arena: SliceArena
  private(set) var count = 0
  private var capacity = 1 << 10
  private(set) var entries: UnsafeMutablePointer<TermEntry>
  /// Upper half: the hash; lower half: number of the entry plus 1, or 0 when free.
  private var slots: UnsafeMutablePointer<UInt64>
  private var slotMask: Int

  /// Longer terms are cut: nobody types them, and a page of the arena must hold them.
  static let longestTerm = 32_000

  init(arena: SliceArena) {
    self.arena = arena
    entries = Self.makeEntries(capacity)
    slotMask = capacity * 2 - 1
    slots = Self.makeSlots(slotMask + 1)
  }

  deinit {
    entries.deallocate()
    slots.deallocate()
  }

  private static func makeEntries(_ count: Int) -> UnsafeMutablePointer<TermEntry> {
    PageMemory.allocate(byteCount: count * MemoryLayout<TermEntry>.stride)
      .bindMemory(to: TermEntry.self, capacity: count)
  }

  private static func makeSlots(_ count: Int) -> UnsafeMutablePointer<UInt64> {
    PageMemory.allocate(byteCount: count * 8).initializeMemory(
      as: UInt64.self, repeating: 0, count: count)
  }

  var byteCount: Int { capacity * MemoryLayout<TermEntry>.stride + (slotMask + 1) * 8 }

  /// The most memory that so many new terms can take beyond what is in use, in bytes; the old
  /// entries stay until they have been copied.
  func longestGrowth(terms: Int) -> Int {
    guard count + terms > capacity else { return 0 }
    var larger = capacity
    while larger < count + terms { larger *= 2 }
    return larger * (MemoryLayout<TermEntry>.stride * 3 / 2 + 16)
  }

  /// Adds an occurrence of each term of a batch, at positions that follow each other.
  ///
  /// Nearly all of this work is waiting for memory. So each kind of memory is read for the whole
  /// batch by a loop that does nothing else: reads that do not wait for each other overlap.
  func append(_ batch: TermBatch, document: UInt32, position: UInt32) {
    readSlots(batch.hashes, batch.count, into: batch.slots)
    compareEntries(batch)
    for index in 0..<batch.count where batch.numbers[index] == 0 {
      batch.numbers[index] = number(of: batch.keys[index], hash: batch.hashes[index])
    }
    let (entries, numbers) = (entries, batch.numbers)
    for index in 0..<batch.count {
      append(
        entries + (Int(numbers[index]) &- 1), document: document,
        position: position &+ UInt32(truncatingIfNeeded: index))
    }
  }

  private func readSlots(
    _ hashes: UnsafePointer<UInt32>, _ count: Int, into found: UnsafeMutablePointer<UInt64>
  ) {
    let (slots, mask) = (slots, slotMask)
    for index in 0..<count { found[index] = slots[Int(hashes[index]) & mask] }
  }

  /// Writes the numbers of the entries, 0 for terms that are new, long or not in their first slot.
  /// It reads where their occurrences will be written too, so that this memory is there by then.
  private func compareEntries(_ batch: TermBatch) {
    let (entries, keys, hashes, slots) = (entries, batch.keys, batch.hashes, batch.slots)
    let numbers = batch.numbers
    let isEmpty = count == 0
    var touched: UInt8 = 0
    for index in 0..<(isEmpty ? 0 : batch.count) {
      let number = UInt32(truncatingIfNeeded: slots[index])
      let entry = entries + (max(Int(number), 1) &- 1)
      // One condition instead of four: which of them fails nobody can predict.
      let difference =
        (entry.pointee.low ^ keys[index].low) | (entry.pointee.high ^ keys[index].high)
        | UInt64(entry.pointee.length ^ keys[index].length)
        | (slots[index] &>> 32 ^ UInt64(hashes[index]))
      numbers[index] = difference == 0 && keys[index].length <= 16 ? number : 0
      touched |= entry.pointee.occurrences.write.load(as: UInt8.self)
    }
    if isEmpty { numbers.update(repeating: 0, count: batch.count) }
    batch.touched = touched
  }

  /// The number of the term's entry, counted from 1; a new one when there is none yet.
  @inline(never)
  private func number(of key: TermKey, hash: UInt32) -> UInt32 {
    var slot = Int(hash) & slotMask
    while true {
      let found = slots[slot]
      if found == 0 { return insert(key, hash: hash) }
      if found &>> 32 == UInt64(hash) {
        let number = UInt32(truncatingIfNeeded: found)
        if isEqual(entries + (Int(number) - 1), key) { return number }
      }
      slot = (slot &+ 1) & slotMask
    }
  }

  @inline(__always)
  private func append(
    _ entry: UnsafeMutablePointer<TermEntry>, document: UInt32, position: UInt32
  ) {
    if entry.pointee.occurrences.write + SliceArena.longestWrite > entry.pointee.occurrences.limit {
      arena.grow(&entry.pointee.occurrences)
    }
    let write = entry.pointee.occurrences.write
    let isNew = entry.pointee.lastDocument != document
    let gap = UInt64(document &- entry.pointee.lastDocument &- 1) &<< 1 | 1
    let distance = UInt64(position &- entry.pointee.lastPosition) &<< 1
    let length = StreamVarint.write(isNew ? gap : distance, to: write)
    let next = StreamVarint.write(UInt64(position), to: write + length)
    entry.pointee.occurrences.write = write + (length &+ (isNew ? next : 0))
    entry.pointee.lastDocument = document
    entry.pointee.lastPosition = position
  }

  @inline(__always)
  private func isEqual(_ entry: UnsafeMutablePointer<TermEntry>, _ key: TermKey) -> Bool {
    entry.pointee.low == key.low && entry.pointee.high == key.high
      && entry.pointee.length == key.length
      && (key.length <= 16 || compareBytes(rest(of: entry), key.rest) == 0)
  }

  private func rest(of entry: UnsafeMutablePointer<TermEntry>) -> UnsafeRawBufferPointer {
    guard entry.pointee.length > 16 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(
      start: arena.address(entry.pointee.rest), count: Int(entry.pointee.length) - 16)
  }

  private func insert(_ key: TermKey, hash: UInt32) -> UInt32 {
    if count == capacity { grow() }
    let stream = arena.beginStream()
    (entries + count).initialize(
      to: TermEntry(
        low: key.low, high: key.high, occurrences: stream.tail, head: stream.head,
        lastDocument: .max, lastPosition: 0, length: key.length,
        rest: key.rest.isEmpty ? 0 : arena.store(key.rest), hash: hash))
    count += 1
    place(hash, number: count)
    return UInt32(count)
  }

  private func place(_ hash: UInt32, number: Int) {
    var slot = Int(hash) & slotMask
    while slots[slot] != 0 { slot = (slot + 1) & slotMask }
    slots[slot] = UInt64(hash) << 32 | UInt64(number)
  }

  private func grow() {
    let larger = Self.makeEntries(capacity * 2)
    larger.moveInitialize(from: entries, count: count)
    entries.deallocate()
    entries = larger
    capacity *= 2
    slots.deallocate()
    slotMask = capacity * 2 - 1
    slots = Self.makeSlots(slotMask + 1)
    for index in 0..<count { place(entries[index].hash, number: index + 1) }
  }

  /// Compares two terms, of this table and another, by their bytes.
  func compare(
    _ entry: UnsafeMutablePointer<TermEntry>, _ other: UnsafeMutablePointer<TermEntry>,
    of table: TermTable
  ) -> Int {
    let (left, right) = (entry.pointee, other.pointee)
    if left.low != right.low { return left.low.byteSwapped < right.low.byteSwapped ? -1 : 1 }
    if left.high != right.high { return left.high.byteSwapped < right.high.byteSwapped ? -1 : 1 }
    if left.length > 16 && right.length > 16 {
      return Int(compareBytes(rest(of: entry), table.rest(of: other)))
    }
    return Int(left.length) - Int(right.length)
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
