import CLibrary
import CProcessor

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
  private(set) var entries: UnsafeMutablePointer<Entry>! = nil
  /// Room for ICU's whole dictionary; its untouched pages are not real.
  private var entriesCapacity = 1 << 20
  private var firsts: UnsafeMutablePointer<First>! = nil
  private var layout = DoubleArrayLayout()
  private var children: [CharsTrie.Child] = []
  private var random: UInt32 = 0x9E37_79B9
  /// How many characters to look up in ICU's trie before any memory is touched for states: to map
  /// it costs more than a few short texts are worth.
  private var patience = 8192
  var isWarm: Bool { patience == 0 }

  init(_ trie: CharsTrie) {
    self.trie = trie
  }

  deinit {
    guard isWarm else { return }
    munmap(entries, entriesCapacity * MemoryLayout<Entry>.stride)
    munmap(firsts, Self.codeLimit * MemoryLayout<First>.stride)
  }

  /// Zeroed memory whose pages cost nothing until they are touched. Mapped, because the allocator
  /// may give used memory and clear it all.
  private static func zeroed<Element>(_ count: Int) -> UnsafeMutablePointer<Element>? {
    let size = count * MemoryLayout<Element>.stride
    let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory, memory != MAP_FAILED else { return nil }
    // Walks jump all over the states; with small pages half their time is looking pages up.
    #if os(Linux)
      madvise(memory, size, MADV_HUGEPAGE)
    #endif
    return memory.bindMemory(to: Element.self, capacity: count)
  }

  /// The state after a first character, kept at its first use.
  @inline(__always)
  func first(_ code: Int) -> First {
    guard isWarm else { return lookUpCold(code) }
    let first = firsts[code]
    return first.isKnown ? first : learn(code)
  }

  /// Has the state fetched that a first character and the next one lead to, where it is laid out; only
  /// once this is warm.
  @inline(__always)
  func fetch(_ code: UInt16, _ next: UInt16) {
    let link = firsts[Int(code)].link
    if !link.isUnexpanded { processor_prefetch_read(entries + (Int(link.bits) &+ Int(next))) }
  }

  @inline(never)
  private func lookUpCold(_ code: Int) -> First {
    patience -= 1
    if isWarm, !warm() { patience = .max }
    return lookUp(code)
  }

  /// False where the system has no memory for states: ICU's trie serves on, more slowly.
  private func warm() -> Bool {
    guard let entries: UnsafeMutablePointer<Entry> = Self.zeroed(entriesCapacity) else {
      return false
    }
    guard let firsts: UnsafeMutablePointer<First> = Self.zeroed(Self.codeLimit) else {
      munmap(entries, entriesCapacity * MemoryLayout<Entry>.stride)
      return false
    }
    (self.entries, self.firsts) = (entries, firsts)
    return true
  }

  @inline(never)
  private func learn(_ code: Int) -> First {
    let first = lookUp(code)
    firsts[code] = first
    return first
  }

  private func lookUp(_ code: Int) -> First {
    let child = trie.child(of: CharsTrie.root, by: UInt16(code) + UInt16(Self.firstScalar))
    return First(
      cost: child?.value.map(Self.cost) ?? Self.unknownCharacter, isKnown: true,
      link: child.map(link) ?? .none)
  }

  /// Decides whether a state that is visited now should be laid out: about once in as many visits
  /// as the work is worth, so that rare states never are; and never for the first few texts.
  @inline(__always)
  func shouldExpand(_ link: Link) -> Bool {
    guard isWarm else { return false }
    random ^= random << 13
    random ^= random >> 17
    random ^= random << 5
    let worth = UInt32(truncatingIfNeeded: 4 + trie.childCount(of: link.place) / 4)
    return UInt64(random) * UInt64(worth) >> 32 == 0
  }

  @inline(never)
  func expandFirst(_ code: Int) -> Link {
    let link = expanded(first(code).link)
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
    guard layout.capacity > entriesCapacity else { return }
    let grown: UnsafeMutablePointer<Entry>? = Self.zeroed(layout.capacity)
    guard let grown else { preconditionFailure("no memory for more words than ICU has") }
    grown.update(from: entries, count: entriesCapacity)
    munmap(entries, entriesCapacity * MemoryLayout<Entry>.stride)
    entries = grown
    entriesCapacity = layout.capacity
  }
}
