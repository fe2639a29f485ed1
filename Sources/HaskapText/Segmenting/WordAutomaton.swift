/// The words of ICU's dictionary as a double array that grows where text goes.
///
/// A double array (Aoe 1989) answers "which state follows by this character" with one load. To
/// build it whole costs more than a short text is worth, so a state's children are laid out only
/// once the state is visited often; until then walks go on in ICU's own compact trie. All text is
/// given as codes: scalars less 0x3000.
///
/// Not thread-safe: one a session. This file and `ShortestPath` hold the unchecked arithmetic of
/// segmentation; tests compare them with a dictionary lookup of every prefix.
final class WordAutomaton {
  /// A state, stored at `base of its parent + code`.
  struct Entry {
    /// The code that leads here; 0 where the slot is free.
    var code: UInt16
    /// The cost of the word that ends here, or `noWord`.
    var cost: UInt16
    var link: Link
  }

  /// The state after a first character.
  struct First {
    /// The cost of the character as a word.
    var cost: UInt16
    var isKnown: Bool
    var link: Link
  }

  /// What a state's children are reached by: nothing (0), the base of its laid-out children, or,
  /// with the top bit set, its place in ICU's trie.
  struct Link {
    var bits: UInt32

    static let none = Link(bits: 0)
    static let unexpanded: UInt32 = 1 << 31

    init(bits: UInt32) { self.bits = bits }

    init(_ place: CharsTrie.Place) {
      bits = Self.unexpanded | UInt32(place.pending) << 26 | UInt32(place.offset)
    }

    @inline(__always) var isUnexpanded: Bool { bits & Self.unexpanded != 0 }

    var place: CharsTrie.Place {
      CharsTrie.Place(offset: Int(bits & 0x3FF_FFFF), pending: Int(bits >> 26 & 0xF))
    }
  }

  /// More than any path of dictionary words of one word's length can cost.
  static let noWord: UInt16 = 0xFFFF
  /// What ICU takes for a character that is no word of its own.
  static let unknownCharacter: UInt16 = 255
  static let firstScalar: UInt32 = 0x3000
  /// One past the largest code (U+9FFF).
  static let codeLimit = 0x7000

  let trie: CharsTrie
  private(set) var entries: UnsafeMutablePointer<Entry>
  private(set) var firsts: UnsafeMutablePointer<First>
  private var layout = DoubleArrayLayout()
  private var children: [CharsTrie.Child] = []
  private var random: UInt32 = 0x9E37_79B9

  init(_ trie: CharsTrie) {
    self.trie = trie
    entries = .allocate(capacity: layout.capacity)
    entries.initialize(repeating: Entry(code: 0, cost: 0, link: .none), count: layout.capacity)
    firsts = .allocate(capacity: Self.codeLimit)
    firsts.initialize(
      repeating: First(cost: 0, isKnown: false, link: .none), count: Self.codeLimit)
  }

  deinit {
    entries.deallocate()
    firsts.deallocate()
  }

  /// The state after a first character, looked up in the trie at its first use.
  @inline(__always)
  func first(_ code: Int) -> First {
    let first = firsts[code]
    return first.isKnown ? first : learn(code)
  }

  @inline(never)
  private func learn(_ code: Int) -> First {
    let child = trie.child(of: CharsTrie.root, by: UInt16(code) + UInt16(Self.firstScalar))
    let first = First(
      cost: child?.value.map(Self.cost) ?? Self.unknownCharacter, isKnown: true,
      link: child.map(link) ?? .none)
    firsts[code] = first
    return first
  }

  /// Decides whether a state that is visited now should be laid out: about once in as many visits
  /// as the work is worth, so that rare states never are.
  @inline(__always)
  func shouldExpand(_ link: Link) -> Bool {
    random ^= random << 13
    random ^= random >> 17
    random ^= random << 5
    let worth = UInt32(truncatingIfNeeded: 4 + trie.childCount(of: link.place) / 4)
    return UInt64(random) * UInt64(worth) >> 32 == 0
  }

  @inline(never)
  func expandFirst(_ code: Int) -> Link {
    let link = expanded(firsts[code].link)
    firsts[code].link = link
    return link
  }

  @inline(never)
  func expandEntry(at slot: Int) -> Link {
    let link = expanded(entries[slot].link)
    entries[slot].link = link
    return link
  }

  /// Lays out the children of a state; may move `entries`.
  private func expanded(_ link: Link) -> Link {
    children.removeAll(keepingCapacity: true)
    trie.children(of: link.place, into: &children)
    children.removeAll { code(of: $0) == nil }
    if children.isEmpty { return .none }
    let base = layout.place(children.map { code(of: $0)! })
    growEntries()
    for child in children {
      let code = code(of: child)!
      entries[base + code] = Entry(
        code: UInt16(code), cost: child.value.map(Self.cost) ?? Self.noWord,
        link: self.link(child))
    }
    return Link(bits: UInt32(base))
  }

  private func link(_ child: CharsTrie.Child) -> Link {
    trie.childCount(of: child.place) == 0 ? .none : Link(child.place)
  }

  private func code(of child: CharsTrie.Child) -> Int? {
    let code = Int(child.unit) - Int(Self.firstScalar)
    return (1..<Self.codeLimit).contains(code) ? code : nil
  }

  private static func cost(_ value: Int) -> UInt16 { UInt16(clamping: value) }

  private func growEntries() {
    let old = entriesCapacity
    guard layout.capacity > old else { return }
    let grown = UnsafeMutablePointer<Entry>.allocate(capacity: layout.capacity)
    grown.moveInitialize(from: entries, count: old)
    (grown + old).initialize(
      repeating: Entry(code: 0, cost: 0, link: .none), count: layout.capacity - old)
    entries.deallocate()
    entries = grown
    entriesCapacity = layout.capacity
  }

  private lazy var entriesCapacity = layout.capacity
}
