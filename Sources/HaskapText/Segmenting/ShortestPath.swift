/// Cuts a run of Han, Hiragana, Katakana and ー as ICU does: the cheapest sequence of words, where
/// a word costs what the dictionary says, an unknown character 255, and a stretch of Katakana what
/// its length says. Of equally cheap paths the one found first stays, that is the longest last
/// word. (ICU's source, `dictbe.cpp`, class CjkBreakEngine, described from reading it.)
final class ShortestPath {
  /// Longer runs could overflow a path's cost and are left to ICU.
  static let longestRun = 1 << 17
  /// ICU looks no further for a word than this many characters.
  private static let longestWord = 20
  /// ICU's costs of a stretch of 1–8 Katakana; 9–19 cost 8192, longer ones are no word.
  private static let katakanaCosts: [UInt32] = [0, 984, 408, 240, 204, 252, 300, 372, 480]
  private static let longKatakanaCost: UInt32 = 8192
  private static let katakanaLimit = 20
  private static let katakanaCodes = 0xA1...0xFE
  /// So many characters ahead states are fetched: the first that a walk meets is where it waits.
  private static let fetchedAhead = 4

  private let automaton: WordAutomaton
  private let userWords: UserDictionary?
  /// The codes of the run, then a code that no word has.
  private(set) var codes: UnsafeMutablePointer<UInt16>
  /// The best path to each position: its cost × 32 + 31 − the length of its last word, so that
  /// the smaller number is the cheaper path and of equally cheap ones the first found.
  private var paths: UnsafeMutablePointer<UInt32>
  /// The ends of the words, last first.
  private(set) var cuts: UnsafeMutablePointer<Int32>
  private var capacity = 0

  init(_ trie: CharsTrie, userWords: UserDictionary? = nil) {
    automaton = WordAutomaton(trie)
    self.userWords = userWords
    codes = .allocate(capacity: 1)
    paths = .allocate(capacity: 1)
    cuts = .allocate(capacity: 1)
  }

  deinit { free() }

  /// Makes room for runs of up to `count` characters.
  func reserve(_ count: Int) {
    guard count + 2 > capacity else { return }
    free()
    capacity = max(count + 2, capacity * 2, 256)
    codes = .allocate(capacity: capacity)
    paths = .allocate(capacity: capacity)
    cuts = .allocate(capacity: capacity)
  }

  private func free() {
    codes.deallocate()
    paths.deallocate()
    cuts.deallocate()
  }

  /// Cuts the first `count` of `codes` and gives the number of words; their ends are in `cuts`,
  /// last first.
  func cut(_ count: Int) -> Int {
    let (codes, paths, automaton) = (codes, paths, automaton)
    codes[count] = 1
    paths[0] = 0
    (paths + 1).update(repeating: .max, count: count)
    var afterKatakana = false
    let fetched = automaton.isWarm ? count &- Self.fetchedAhead : 0
    for start in 0..<count {
      if start < fetched {
        let ahead = start &+ Self.fetchedAhead
        automaton.fetch(codes[ahead], codes[ahead &+ 1])
      }
      let cost = paths[start] >> 5
      let code = Int(codes[start])
      let first = automaton.first(code)
      Self.relax(paths + start, 1, cost + UInt32(first.cost))
      if first.link.bits != 0 { walk(from: start, first.link, cost) }
      if let userWords, userWords.begins(with: code) { offer(userWords, from: start, cost) }
      let isKatakana = Self.katakanaCodes.contains(code)
      if isKatakana, !afterKatakana { relaxKatakana(from: start, count, cost) }
      afterKatakana = isKatakana
    }
    return backtrace(count)
  }

  @inline(__always)
  private static func relax(_ path: UnsafeMutablePointer<UInt32>, _ length: Int, _ cost: UInt32) {
    let candidate = cost << 5 | UInt32(truncatingIfNeeded: 31 - length)
    path[length] = min(path[length], candidate)
  }

  /// Offers every dictionary word of two characters and more that begins at `start`.
  @inline(__always)
  private func walk(from start: Int, _ firstLink: WordAutomaton.Link, _ cost: UInt32) {
    let (codes, paths) = (codes + start, paths + start)
    var link = firstLink
    if link.isUnexpanded {
      guard automaton.shouldExpand(link) else { return walkSlowly(from: start, 1, link, cost) }
      link = automaton.expandFirst(Int(codes[0]))
    }
    var entries = automaton.entries!
    var length = 1
    while link.bits != 0, length < Self.longestWord {
      let code = codes[length]
      let slot = Int(link.bits) + Int(code)
      let entry = entries[slot]
      if entry.code != code { return }
      length += 1
      Self.relax(paths, length, cost + UInt32(entry.cost))
      link = entry.link
      if link.isUnexpanded {
        guard automaton.shouldExpand(link) else {
          return walkSlowly(from: start, length, link, cost)
        }
        link = automaton.expandEntry(at: slot)
        entries = automaton.entries!
      }
    }
  }

  /// The same from a state that is not laid out, in ICU's own trie.
  @inline(never)
  private func walkSlowly(
    from start: Int, _ walked: Int, _ link: WordAutomaton.Link, _ cost: UInt32
  ) {
    var place = link.place
    var length = walked
    while length < Self.longestWord {
      let code = codes[start + length]
      let unit = code + UInt16(WordAutomaton.firstScalar)
      guard code > 1, let child = automaton.trie.child(of: place, by: unit) else { return }
      length += 1
      if let value = child.value { Self.relax(paths + start, length, cost + UInt32(value)) }
      place = child.place
    }
  }

  /// Offers every word of the user that stands at `start`.
  @inline(never)
  private func offer(_ userWords: UserDictionary, from start: Int, _ cost: UInt32) {
    for word in userWords.words(beginningWith: Int(codes[start])) {
      // The code after the run equals none of a word's, so no comparison runs past it.
      let stands = word.codes.indices.allSatisfy { codes[start + $0] == word.codes[$0] }
      if stands { Self.relax(paths + start, word.codes.count, cost + word.cost) }
    }
  }

  /// Offers the whole stretch of Katakana that begins at `start` as a word.
  @inline(never)
  private func relaxKatakana(from start: Int, _ count: Int, _ cost: UInt32) {
    var length = 1
    while start + length < count, length < Self.katakanaLimit,
      Self.katakanaCodes.contains(Int(codes[start + length]))
    {
      length += 1
    }
    if let own = Self.katakanaCost(length) { Self.relax(paths + start, length, cost + own) }
  }

  /// What a whole stretch of Katakana costs as a word; nil if it is too long for one.
  static func katakanaCost(_ length: Int) -> UInt32? {
    if length >= katakanaLimit { return nil }
    return length < katakanaCosts.count ? katakanaCosts[length] : longKatakanaCost
  }

  private func backtrace(_ count: Int) -> Int {
    var position = count
    var words = 0
    while position > 0 {
      cuts[words] = Int32(truncatingIfNeeded: position)
      words += 1
      position -= 31 - Int(paths[position] & 31)
    }
    return words
  }
}
