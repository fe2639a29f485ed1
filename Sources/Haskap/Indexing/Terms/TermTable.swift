internal import CLibrary
internal import CProcessor

/// Finds the entry of a term by its bytes: open addressing with linear probing, at most half full.
///
/// A slot has the term's first eight bytes, so that of a gram and of most words in Japanese (a kanji
/// is three bytes) the entry need not be looked at to find its number.
final class TermTable {
  private let arena: SliceArena
  private(set) var count = 0
  private var capacity = 1 << 10
  private(set) var entries: UnsafeMutablePointer<TermEntry>
  private var slots: UnsafeMutablePointer<Slot>
  private var slotMask: Int

  private struct Slot {
    /// The first eight bytes of the term.
    var low: UInt64
    /// Number of the entry, counted from 1; 0 when free.
    var number: UInt32
    /// Eight bits for the length, the others for the hash.
    var tag: UInt32
  }

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

  private static func makeSlots(_ count: Int) -> UnsafeMutablePointer<Slot> {
    PageMemory.allocate(byteCount: count * MemoryLayout<Slot>.stride).initializeMemory(
      as: Slot.self, repeating: Slot(low: 0, number: 0, tag: 0), count: count)
  }

  var byteCount: Int {
    capacity * MemoryLayout<TermEntry>.stride + (slotMask + 1) * MemoryLayout<Slot>.stride
  }

  /// How many terms a table has, and how many it has room for.
  struct Fill {
    let count: Int
    let capacity: Int
  }

  var fill: Fill { Fill(count: count, capacity: capacity) }

  /// The most entries that tables can have room for once they took so many new terms, as far as they
  /// have to grow for it.
  ///
  /// The tables share the terms: each that these could fill doubles, and beyond that all together get
  /// room for less than twice as many entries as there are terms.
  static func mostEntries(_ tables: [Fill], terms: Int) -> Int {
    let growing = tables.filter { $0.count + terms > $0.capacity }
    let doubled = growing.reduce(0) { $0 + 2 * $1.capacity }
    let isEnough = growing.allSatisfy { $0.count + terms <= 2 * $0.capacity }
    return isEnough ? doubled : doubled + 2 * terms
  }

  /// What an entry of a table that has grown takes beyond what the table had, in bytes, while the old
  /// entries stay until they have been copied: the slots are made when these are gone.
  static let longestEntry = MemoryLayout<TermEntry>.stride * 3 / 2

  /// Adds an occurrence of each term of a batch, at positions that follow each other.
  ///
  /// In the order of a text nearly every occurrence goes to another place in memory, and to reach it
  /// takes longer than all other work on it: so each step has what the next one needs fetched.
  func append(_ batch: TermBatch, document: UInt32, position: UInt32) {
    find(batch)
    let numbers = batch.numbers
    for index in 0..<batch.count where numbers[index] == 0 {
      numbers[index] = number(of: batch.keys[index], hash: batch.hashes[index])
    }
    let entries = entries
    for index in 0..<batch.count {
      processor_prefetch(entries[Int(numbers[index]) &- 1].occurrences.write)
    }
    for index in 0..<batch.count {
      append(
        entries + (Int(numbers[index]) &- 1), document: document,
        position: position &+ UInt32(truncatingIfNeeded: index))
    }
  }

  /// Writes the numbers of the entries, 0 for terms that are new, long or not in their first slot.
  /// The loop has no branch, so that the waits for memory overlap.
  private func find(_ batch: TermBatch) {
    let (entries, slots, mask) = (entries, slots, slotMask)
    let (keys, hashes, numbers) = (batch.keys, batch.hashes, batch.numbers)
    for index in 0..<batch.count { processor_prefetch(slots + (Int(hashes[index]) & mask)) }
    for index in 0..<batch.count {
      let slot = slots[Int(hashes[index]) & mask]
      let length = keys[index].length
      // All bits for terms of more than eight bytes; of others it does not matter what entry is
      // looked at.
      let isLong = (8 &- Int(length)) &>> 63
      let entry = entries + ((max(Int(slot.number), 1) &- 1) & isLong)
      let rest = (entry.pointee.high ^ keys[index].high) & UInt64(bitPattern: Int64(isLong))
      let difference =
        (slot.low ^ keys[index].low) | rest
        | UInt64(slot.tag ^ Self.tag(hashes[index], length: length))
      numbers[index] = difference == 0 && length <= 16 ? slot.number : 0
      processor_prefetch(entries + (max(Int(slot.number), 1) &- 1))
    }
  }

  @inline(__always)
  private static func tag(_ hash: UInt32, length: UInt32) -> UInt32 {
    hash & ~0xFF | min(length, 0xFF)
  }

  /// The number of the term's entry, counted from 1; a new one when there is none yet.
  @inline(never)
  private func number(of key: TermKey, hash: UInt32) -> UInt32 {
    var slot = Int(hash) & slotMask
    while true {
      let found = slots[slot]
      if found.number == 0 { return insert(key, hash: hash) }
      if found.tag == Self.tag(hash, length: key.length), found.low == key.low,
        isEqual(entries + (Int(found.number) - 1), key)
      {
        return found.number
      }
      slot = (slot &+ 1) & slotMask
    }
  }

  @inline(__always)
  private func append(
    _ entry: UnsafeMutablePointer<TermEntry>, document: UInt32, position: UInt32
  ) {
    let isNew = entry.pointee.lastDocument != document
    let gap = UInt64(document &- entry.pointee.lastDocument &- 1) &<< 1 | 1
    let distance = UInt64(position &- entry.pointee.lastPosition) &<< 1
    let head = isNew ? gap : distance
    let rest = isNew ? UInt64(position) : 0
    entry.pointee.lastDocument = document
    entry.pointee.lastPosition = position
    guard head | rest < StreamVarint.long else {
      return appendLong(entry, head, isNew ? rest : nil)
    }
    let first = StreamVarint.encode(head)
    let second = StreamVarint.encode(rest)
    arena.append(
      first.bytes | second.bytes &<< UInt64(truncatingIfNeeded: 8 &* first.length),
      length: first.length &+ (isNew ? second.length : 0), to: &entry.pointee.occurrences)
  }

  /// The same for numbers of which one takes more than two bytes.
  @inline(never)
  private func appendLong(
    _ entry: UnsafeMutablePointer<TermEntry>, _ head: UInt64, _ rest: UInt64?
  ) {
    arena.makeRoom(SliceArena.longestWrite, in: &entry.pointee.occurrences)
    for value in [head, rest] {
      guard let value else { continue }
      let write = entry.pointee.occurrences.write
      entry.pointee.occurrences.write = write + Varint.write(value, to: write)
    }
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
    place(entries + (count - 1), number: count)
    return UInt32(count)
  }

  private func place(_ entry: UnsafeMutablePointer<TermEntry>, number: Int) {
    var slot = Int(entry.pointee.hash) & slotMask
    while slots[slot].number != 0 { slot = (slot + 1) & slotMask }
    slots[slot] = Slot(
      low: entry.pointee.low, number: UInt32(number),
      tag: Self.tag(entry.pointee.hash, length: entry.pointee.length))
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
    for index in 0..<count {
      let soon = entries + min(index + 16, count - 1)
      processor_prefetch(slots + (Int(soon.pointee.hash) & slotMask))
      place(entries + index, number: index + 1)
    }
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
