/// Words that mean the same, and words whose meanings lie near each other.
///
/// A thesaurus is a text, one group of words a line (`Thesaurus+Reading.swift`). The words are
/// compared as the analyzer normalizes them. Few of the thousands of groups are ever asked for, so
/// only where the words stand is kept, by their hashes, and a group is read when it is wanted.
public struct Thesaurus: Sendable {
  /// How a word stands to the one that was asked for, the nearest first.
  public enum Relation: String, Sendable, Codable, CaseIterable, Comparable {
    case same, narrower, related, broader

    public static func < (left: Self, right: Self) -> Bool { left.order < right.order }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// A word that is looked for in place of another.
  public struct Relative: Sendable, Hashable {
    public var text: String
    /// What is known of the two words.
    public var relation: Relation
    /// As what it counts: a word that is found in place of a same one counts as that, though it is only
    /// related.
    public var rank: Relation
    /// Whether it is a stem, which may go on.
    public var isStem = false
  }

  /// A part of a text, without the cost of counting who uses it: there are thousands.
  typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// Words of a single character stand inside too many others to be looked for.
  private static let shortestRelative = 2

  /// About as many bytes of a text as there are to a word that may be asked for.
  private static let bytesPerWord = 24

  /// Normalized UTF-8.
  private var texts: [[UInt8]] = []
  /// The lines that have a word among their first or narrower ones.
  private var places = ThesaurusPlaces()
  /// In bytes.
  private(set) var longest = 0
  /// A bit for each character of three bytes, as those of Japanese have, with which a word begins: most
  /// places of a text begin none.
  private var beginnings = [UInt64](repeating: 0, count: 1024)

  public init() {}

  public var isEmpty: Bool { places.isEmpty }

  /// The number of groups.
  var count: Int { Set(places.lines).count }

  /// With the groups of another one behind its own.
  public func adding(_ other: Thesaurus) -> Thesaurus {
    var sum = self
    sum.texts += other.texts
    sum.places.insert(other.places, textsBefore: texts.count)
    sum.longest = max(longest, other.longest)
    for place in beginnings.indices { sum.beginnings[place] |= other.beginnings[place] }
    return sum
  }

  /// - Parameter text: normalized; the words of a line that may be asked for are given to `note`.
  mutating func append(
    _ text: [UInt8], reading: (Bytes, (Bytes) -> Void) throws -> Void
  ) rethrows {
    places.reserve(text.count / Self.bytesPerWord)
    try text.withUnsafeBufferPointer { text in
      var start = 0
      while start < text.count {
        let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
        let line = ThesaurusPlaces.Line(text: texts.count, range: start..<end)
        try reading(text[start..<end]) { word in
          places.insert(line, of: Self.hash(word))
          longest = max(longest, word.count)
          if let first = Self.character(word) { beginnings[first >> 6] |= 1 << UInt64(first & 63) }
        }
        start = end + 1
      }
    }
    texts.append(text)
  }

  /// The groups that a word stands in, without those where it is only a related one.
  func groups(of word: String) -> [ThesaurusGroup] {
    places.lines(of: Self.hash(word.utf8)).compactMap { line in
      let group = ThesaurusGroup(texts[line.text][line.range])
      return group.flatMap { $0.isAsked(by: word) ? $0 : nil }
    }
  }

  /// What may be looked for in place of a word: each text once, in its nearest relation.
  func relatives(of word: String) -> [Relative] {
    var relatives: [String: Relative] = [:]
    var order: [String] = []
    for relative in groups(of: word).flatMap({ $0.relatives(of: word) })
    where relative.text != word && relative.text.unicodeScalars.count >= Self.shortestRelative {
      if relatives[relative.text] == nil { order.append(relative.text) }
      var known = relatives[relative.text] ?? relative
      known.relation = min(known.relation, relative.relation)
      known.rank = min(known.rank, relative.rank)
      relatives[relative.text] = known
    }
    return order.compactMap { relatives[$0] }
  }

  /// False where surely no word begins with the character that a text does.
  func mayBegin(_ text: ArraySlice<UInt8>) -> Bool {
    Self.character(text).map { beginnings[$0 >> 6] >> UInt64($0 & 63) & 1 == 1 } ?? true
  }

  /// The first one, if it has three bytes.
  private static func character(_ text: some Collection<UInt8>) -> Int? {
    let bytes = text.prefix(3)
    guard bytes.count == 3, let first = bytes.first, first & 0xF0 == 0xE0 else { return nil }
    return bytes.dropFirst().reduce(Int(first & 0xF)) { $0 << 6 | Int($1 & 0x3F) }
  }

  /// FNV-1a (Fowler, Noll and Vo, 1991).
  private static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
