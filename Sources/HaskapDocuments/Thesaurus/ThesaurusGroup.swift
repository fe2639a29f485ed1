/// A line of a thesaurus: words that mean the same, and what lies near them.
struct ThesaurusGroup: Equatable {
  /// A word. A stem may go on: 預け of 預ける and 預けたい.
  struct Entry: Equatable {
    var text: String
    var isStem = false
  }

  private(set) var same: [Entry] = []
  /// Found in place of the same ones as these are, though they do not mean the same.
  private(set) var near: [Entry] = []
  private(set) var narrower: [Entry] = []
  private(set) var related: [Entry] = []

  /// - Parameter line: normalized UTF-8. Nil where a word is missing, or the line has none.
  init?(_ line: ArraySlice<UInt8>) {
    let isWhole = line.withUnsafeBufferPointer { line in
      Self.forEachWord(in: line[...]) { word, role in
        let isStem = word.last == UInt8(ascii: "*")
        let text = String(decoding: isStem ? word.dropLast() : word, as: UTF8.self)
        self[keyPath: role.list].append(Entry(text: text, isStem: isStem))
      }
    }
    if !isWhole || same.isEmpty { return nil }
  }

  /// Whether a word may be looked for by others of the group.
  func isAsked(by word: String) -> Bool { (same + near + narrower).contains { $0.text == word } }

  func isStem(_ word: String) -> Bool {
    (same + near + narrower).contains { $0.isStem && $0.text == word }
  }

  /// Who asks with one of the first words or a near one is answered by all others. Who asks with a narrower
  /// one is answered by the first words: a near one is too far, and a stem no name of a wider kind. Of a
  /// near one nothing is known but that it is related.
  func relatives(of word: String) -> [Thesaurus.Relative] {
    func relatives(
      _ entries: [Entry], _ relation: Thesaurus.Relation, as rank: Thesaurus.Relation
    ) -> [Thesaurus.Relative] {
      entries.map {
        Thesaurus.Relative(text: $0.text, relation: relation, rank: rank, isStem: $0.isStem)
      }
    }
    let isSame = same.contains { $0.text == word }
    guard isSame || near.contains(where: { $0.text == word }) else {
      return relatives(same.filter { !$0.isStem }, .broader, as: .broader)
    }
    return relatives(same, isSame ? .same : .related, as: .same)
      + relatives(near, .related, as: .same)
      + relatives(narrower, isSame ? .narrower : .related, as: .narrower)
      + relatives(related, .related, as: .related)
  }
}

extension ThesaurusGroup {
  /// What a word is in its line.
  enum Role {
    case same, near, narrower, related

    fileprivate var list: WritableKeyPath<ThesaurusGroup, [Entry]> {
      switch self {
      case .same: \.same
      case .near: \.near
      case .narrower: \.narrower
      case .related: \.related
      }
    }
  }

  /// The words of a line, left to right. The signs are ASCII, so bytes may be looked at one by one.
  ///
  /// - Returns: false where a word is missing beside a sign, or there is but one; true for a line
  ///   that has none at all.
  static func forEachWord(
    in line: Thesaurus.Bytes, _ body: (Thesaurus.Bytes, Role) -> Void
  ) -> Bool {
    var rest = line.prefix { $0 != UInt8(ascii: "#") }.trimmed
    guard !rest.isEmpty else { return true }
    var role = Role.same
    var count = 0
    while true {
      let end = rest.firstIndex(where: isSign) ?? rest.endIndex
      let word = rest[..<end].trimmed
      guard !word.isEmpty, word.count > 1 || word.first != UInt8(ascii: "*") else { return false }
      body(word, role)
      count += 1
      guard end < rest.endIndex else { return count > 1 }
      if rest[end] == UInt8(ascii: "|") { role = .near }
      if rest[end] == UInt8(ascii: ">") { role = .narrower }
      if rest[end] == UInt8(ascii: "~") { role = .related }
      rest = rest[(end + 1)...]
    }
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "|")
      || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "~")
  }
}

extension Thesaurus.Bytes {
  /// Without the spaces at its ends.
  fileprivate var trimmed: Thesaurus.Bytes {
    let rest = drop { $0 <= UInt8(ascii: " ") }
    return rest.lastIndex { $0 > UInt8(ascii: " ") }.map { rest[...$0] } ?? rest.prefix(0)
  }
}
