/// Finds organizations in running text by their names, the longest name at each place, so that a
/// branch does not count for its body.
struct MentionFinder {
  /// What must stand around a name for it to be one.
  private enum Surroundings {
    case anything
    /// No kanji, katakana or Latin letter right before it: 社会福祉協議会, but not 北海道社会福祉協議会.
    case freeStart
    /// A space or a mark before it, and after it one of those or hiragana: 三星, 苫東.
    case alone
    /// No Latin letter or digit around it: NHK.
    case word
  }

  private let folding: NameFolding
  private var trie = NameTrie()
  private var names: [(id: String, surroundings: Surroundings)] = []

  init(
    names drafts: [OrganizationDraft], aliases: [(alias: String, body: String)],
    folding: NameFolding
  ) {
    self.folding = folding
    for draft in drafts where draft.kind == .named {
      add(draft.id, id: draft.id, isAlias: false)
      for spelling in draft.spellingTexts {
        addLong(folding.key(spelling), id: draft.id)
      }
    }
    for (alias, body) in aliases { add(alias, id: body, isAlias: true) }
  }

  private mutating func add(_ key: String, id: String, isAlias: Bool) {
    guard !OrganizationResolver.isPlace(key) else { return }
    let scalars = key.unicodeScalars
    // A newspaper's or a company's cup carries its name without 社: 苫小牧民報杯, 道新杯.
    let cup = key.hasSuffix("社") ? String(key.dropLast()) + "杯" : key + "杯"
    if scalars.count >= 2 { insert(cup, id: id, .anything) }
    if scalars.count >= 4 {
      insert(key, id: id, isAlias ? .freeStart : .anything)
    } else if scalars.count >= 3, scalars.allSatisfy(\.isASCII) {
      insert(key, id: id, .word)
    } else if scalars.count >= 2 {
      insert(key, id: id, .alone)
    }
  }

  private mutating func addLong(_ key: String, id: String) {
    if key.unicodeScalars.count >= 6 { insert(key, id: id, .anything) }
  }

  private mutating func insert(_ key: String, id: String, _ surroundings: Surroundings) {
    trie.insert(key.unicodeScalars, value: Int32(names.count))
    names.append((id, surroundings))
  }

  /// The bodies that the record's name and prose mention, each once.
  func find(in record: Record) -> [String] {
    var seen: Set<String> = []
    return record.runningTexts.flatMap { find(in: folding.fold($0)) }
      .filter { seen.insert($0).inserted }
  }

  private func find(in text: FoldedText) -> [String] {
    var found: [String] = []
    var place = 0
    while place < text.scalars.count {
      let matches = trie.matches(in: text.scalars, at: place)
      let longest = matches.last { fits(text, place..<$0.end, names[Int($0.value)].surroundings) }
      if let longest { found.append(names[Int(longest.value)].id) }
      place = longest?.end ?? place + 1
    }
    return found
  }

  private func fits(_ text: FoldedText, _ range: Range<Int>, _ need: Surroundings) -> Bool {
    let before = text.isBoundary(range.lowerBound) ? nil : text.scalars[range.lowerBound - 1]
    let after = text.isBoundary(range.upperBound) ? nil : text.scalars[range.upperBound]
    switch need {
    case .anything: return true
    case .freeStart: return before.map(\.isHiragana) ?? true
    case .alone: return before == nil && (after.map(\.isHiragana) ?? true)
    case .word: return before?.isASCII != true && after?.isASCII != true
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isHiragana: Bool { (0x3041...0x309F).contains(value) }
}

extension Record {
  /// The name first, then every piece of prose that speaks of the work itself.
  fileprivate var runningTexts: [String] {
    let prose = [subItem, service, purpose, effect, goal, text].compactMap { $0 }
    return [name] + prose + bullets + occurrences.compactMap(\.label) + results.map(\.label)
  }
}
