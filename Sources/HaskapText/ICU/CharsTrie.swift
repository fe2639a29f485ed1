/// Reads a `UCharsTrie`, the compact form in which ICU stores its dictionaries, in place.
///
/// The form (documented in ICU's `ucharstrie.h`): a node begins with a lead unit. 0–0x2F is a
/// branch, 0x30–0x3F a stretch of 1–16 units to match, 0x40 and up a value, final if the top bit
/// is set, else followed by the rest of the node. A branch halves the sorted units until at most
/// five are left, which it lists.
struct CharsTrie: @unchecked Sendable {
  /// A place in the trie: the offset of a unit, and how many units are left to match there before
  /// the next node begins.
  struct Place: Equatable {
    var offset: Int
    var pending = 0
  }

  /// A child of a node: the unit that leads to it, where it is, and the value stored there.
  struct Child {
    var unit: UInt16
    var place: Place
    var value: Int?
  }

  let units: UnsafeBufferPointer<UInt16>

  static let root = Place(offset: 0)

  private static let linearMatch = 0x30
  private static let valueLead = 0x40
  private static let finalValue = 0x8000

  /// The child of `place` by `unit`; nil if there is none.
  func child(of place: Place, by unit: UInt16) -> Child? {
    if place.pending > 0 { return pendingChild(of: place).flatMap { $0.unit == unit ? $0 : nil } }
    guard let (lead, offset) = node(at: place.offset) else { return nil }
    guard lead < Self.linearMatch else {
      let stretch = Place(offset: offset, pending: lead - Self.linearMatch + 1)
      return child(of: stretch, by: unit)
    }
    var (length, position) = branchLength(lead, offset)
    while length > 5 {
      let goesLow = unit < at(position)
      position += 1
      let (delta, next) = jump(at: position)
      (length, position) = goesLow ? (length / 2, next + delta) : (length - length / 2, next)
    }
    while length > 1 {
      if at(position) == unit { return listedChild(at: position) }
      position = endOfListed(at: position)
      length -= 1
    }
    return at(position) == unit ? lastChild(at: position) : nil
  }

  /// The value stored for a word; nil if it is none.
  func value(of word: String) -> Int? {
    var found: Child?
    for unit in word.utf16 {
      guard let child = child(of: found?.place ?? Self.root, by: unit) else { return nil }
      found = child
    }
    return found?.value
  }

  /// How many children a place has.
  func childCount(of place: Place) -> Int {
    if place.pending > 0 { return 1 }
    guard let (lead, offset) = node(at: place.offset) else { return 0 }
    return lead < Self.linearMatch ? branchLength(lead, offset).0 : 1
  }

  /// Appends all children of a place, by ascending unit.
  func children(of place: Place, into list: inout [Child]) {
    if place.pending > 0 {
      if let child = pendingChild(of: place) { list.append(child) }
      return
    }
    guard let (lead, offset) = node(at: place.offset) else { return }
    guard lead < Self.linearMatch else {
      let stretch = Place(offset: offset, pending: lead - Self.linearMatch + 1)
      return children(of: stretch, into: &list)
    }
    let (length, position) = branchLength(lead, offset)
    branch(at: position, length: length, into: &list)
  }

  private func branch(at start: Int, length: Int, into list: inout [Child]) {
    var (position, length) = (start, length)
    if length > 5 {
      let (delta, next) = jump(at: position + 1)
      branch(at: next + delta, length: length / 2, into: &list)
      branch(at: next, length: length - length / 2, into: &list)
      return
    }
    while length > 1 {
      list.append(listedChild(at: position))
      position = endOfListed(at: position)
      length -= 1
    }
    list.append(lastChild(at: position))
  }

  /// The lead unit of the node at `offset`, its value stripped, and the offset after it; nil if
  /// the node is only a final value.
  private func node(at offset: Int) -> (lead: Int, offset: Int)? {
    let lead = Int(at(offset))
    if lead < Self.valueLead { return (lead, offset + 1) }
    if lead & Self.finalValue != 0 { return nil }
    return (lead & 0x3F, offset + (lead < 0x4040 ? 1 : lead < 0x7FC0 ? 2 : 3))
  }

  private func pendingChild(of place: Place) -> Child? {
    Child(
      unit: at(place.offset),
      place: Place(offset: place.offset + 1, pending: place.pending - 1),
      value: place.pending == 1 ? value(at: place.offset + 1) : nil)
  }

  private func branchLength(_ lead: Int, _ offset: Int) -> (Int, Int) {
    lead == 0 ? (Int(at(offset)) + 1, offset + 1) : (lead + 1, offset)
  }

  /// A child in a list of up to five, all but the last: unit, then a final value or a jump.
  private func listedChild(at position: Int) -> Child {
    let lead = Int(at(position + 1))
    if lead & Self.finalValue != 0 {
      return Child(
        unit: at(position), place: Place(offset: position + 1), value: value(at: position + 1))
    }
    let (delta, next) = number(lead, after: position + 2)
    let offset = next + delta
    return Child(unit: at(position), place: Place(offset: offset), value: value(at: offset))
  }

  private func lastChild(at position: Int) -> Child {
    Child(
      unit: at(position), place: Place(offset: position + 1), value: value(at: position + 1))
  }

  private func endOfListed(at position: Int) -> Int {
    number(Int(at(position + 1)) & 0x7FFF, after: position + 2).next
  }

  /// The value at the head of a node; nil if the node has none.
  private func value(at offset: Int) -> Int? {
    let lead = Int(at(offset))
    if lead & Self.finalValue != 0 { return number(lead & 0x7FFF, after: offset + 1).value }
    if lead < Self.valueLead { return nil }
    if lead < 0x4040 { return lead >> 6 - 1 }
    if lead < 0x7FC0 { return (lead & 0x7FC0 - 0x4040) << 10 | Int(at(offset + 1)) }
    return Int(at(offset + 1)) << 16 | Int(at(offset + 2))
  }

  /// A number of one to three units, as final values and jumps to listed children are written.
  private func number(_ lead: Int, after offset: Int) -> (value: Int, next: Int) {
    if lead < 0x4000 { return (lead, offset) }
    if lead < 0x7FFF { return ((lead - 0x4000) << 16 | Int(at(offset)), offset + 1) }
    return (Int(at(offset)) << 16 | Int(at(offset + 1)), offset + 2)
  }

  /// The jump to the lower half of a branch, and the offset after it.
  private func jump(at offset: Int) -> (delta: Int, next: Int) {
    let lead = Int(at(offset))
    if lead < 0xFC00 { return (lead, offset + 1) }
    if lead < 0xFFFF { return ((lead - 0xFC00) << 16 | Int(at(offset + 1)), offset + 2) }
    return (Int(at(offset + 1)) << 16 | Int(at(offset + 2)), offset + 3)
  }

  /// A unit; past the end a final value of 0, which ends every walk.
  @inline(__always)
  private func at(_ offset: Int) -> UInt16 {
    offset < units.count ? units[offset] : 0x8000
  }
}
