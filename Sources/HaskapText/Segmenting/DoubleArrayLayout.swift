/// Which slots and bases of a double array are taken: finds room for a state's children, trying
/// 64 bases at once.
struct DoubleArrayLayout {
  /// A bit per slot that holds a state.
  private var slots: [UInt64]
  /// A bit per base given out: two states must not share one.
  private var bases: [UInt64]
  /// Where the search for room begins, by how many children are to be placed: 1, 2–7, more.
  private var starts = [0, 0, 0]

  /// The number of slots. Every base given out has room for all codes after it.
  var capacity: Int { slots.count * 64 }

  init() {
    slots = [UInt64](repeating: 0, count: (WordAutomaton.codeLimit + 0x1000) / 64)
    bases = slots
    bases[0] = 1
  }

  /// Takes slots for children of the given codes, which must not be empty, and gives their base.
  mutating func place(_ codes: [Int]) -> Int {
    let size = codes.count == 1 ? 0 : codes.count < 8 ? 1 : 2
    var block = starts[size]
    var tries = 0
    while true {
      growIfNeeded(for: block)
      let fitting = fittingBases(of: block, codes)
      if fitting != 0 {
        if tries > 16 { starts[size] = block }
        let base = block * 64 + fitting.trailingZeroBitCount
        take(base, codes)
        return base
      }
      block += 1
      tries += 1
    }
  }

  /// The bases `block * 64 ..< block * 64 + 64` at which all children find free slots, as bits.
  private func fittingBases(of block: Int, _ codes: [Int]) -> UInt64 {
    var fitting = ~bases[block]
    for code in codes {
      let (word, shift) = (block + code >> 6, UInt64(code & 63))
      fitting &= ~(slots[word] >> shift)
      if shift > 0 { fitting &= ~(slots[word + 1] << (64 - shift)) }
      if fitting == 0 { break }
    }
    return fitting
  }

  private mutating func take(_ base: Int, _ codes: [Int]) {
    bases[base >> 6] |= 1 << UInt64(base & 63)
    for code in codes { slots[(base + code) >> 6] |= 1 << UInt64((base + code) & 63) }
  }

  private mutating func growIfNeeded(for block: Int) {
    guard (block + 2) * 64 + WordAutomaton.codeLimit > capacity else { return }
    slots.append(contentsOf: repeatElement(0, count: slots.count))
    bases.append(contentsOf: repeatElement(0, count: bases.count))
  }
}
