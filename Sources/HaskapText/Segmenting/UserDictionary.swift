/// A word that ICU's dictionary lacks, as normalized text has it. Its length is counted in Unicode
/// scalars, and so is that of its reading.
public struct UserWord: Hashable, Sendable {
  /// Two to twenty characters of Han, Hiragana, Katakana and ー.
  public var text: String
  /// What the word costs in ICU's model, where words cost some 50–250, an unknown character 255
  /// and the cheapest path wins; nil for `UserDictionary.usualCost`.
  public var cost: Int?
  /// How the word is read, in Hiragana. Kept for who needs it; cutting does not.
  public var reading: String?

  public init(_ text: String, cost: Int? = nil, reading: String? = nil) {
    self.text = text
    self.cost = cost
    self.reading = reading
  }
}

/// In JSON the word alone, or `{"text": "とまチョップ", "cost": 40, "reading": "とまちょっぷ"}`.
extension UserWord: Codable {
  private enum Key: String, CodingKey { case text, cost, reading }

  public init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self.init(text)
      return
    }
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      try values.decode(String.self, forKey: .text),
      cost: try values.decodeIfPresent(Int.self, forKey: .cost),
      reading: try values.decodeIfPresent(String.self, forKey: .reading))
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(text, forKey: .text)
    try values.encodeIfPresent(cost, forKey: .cost)
    try values.encodeIfPresent(reading, forKey: .reading)
  }
}

/// The words of the user beside ICU's, in the same cost model (that of ICU's CjkBreakEngine: the
/// cheapest path of words wins). Lengths are Unicode scalars, all of one UTF-16 unit.
public struct UserDictionary: Sendable {
  /// Less than the parts of a compound together, so that a user's word wins where it stands.
  public static let usualCost = 60
  /// What a word may cost: far from the number that marks no word.
  public static let costs = 1...4000

  struct Word: Sendable {
    let codes: [UInt16]
    let cost: UInt32
  }

  /// A bit per code that begins a word.
  private var beginnings = [UInt64](repeating: 0, count: WordAutomaton.codeLimit / 64)
  private var words: [UInt16: [Word]] = [:]
  /// Names the words and their costs.
  private(set) var checksum: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Words that hold other characters than a dictionary run can, as Latin letters or ・, are left
  /// out: ICU cuts there whatever the dictionary says.
  public init(_ list: [UserWord]) {
    for word in list {
      let codes = word.text.unicodeScalars.compactMap(Self.code)
      guard codes.count == word.text.unicodeScalars.count, 2...20 ~= codes.count else { continue }
      let cost = min(max(word.cost ?? Self.usualCost, Self.costs.lowerBound), Self.costs.upperBound)
      beginnings[Int(codes[0]) >> 6] |= 1 << UInt64(codes[0] & 63)
      words[codes[0], default: []].append(Word(codes: codes, cost: UInt32(cost)))
      for code in codes + [UInt16(cost), 0] { mix(code) }
    }
  }

  /// Reads a dictionary: a word a line, then if wanted a tab and its cost, a tab and its reading;
  /// `#` begins a line of comment.
  /// - Throws: `AnalysisError` that names the line.
  public static func parse(_ text: String) throws -> [UserWord] {
    var list: [UserWord] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let written = fields.count > 1 ? fields[1] : ""
      let cost = Int(written)
      guard written.isEmpty || cost.map(costs.contains) == true, fields.count <= 3 else {
        throw AnalysisError(
          description: """
            user dictionary, line \(index + 1): expected a word, a cost of 1–4000 and a reading \
            with tabs between, found "\(line)"
            """)
      }
      let reading = fields.count > 2 && !fields[2].isEmpty ? String(fields[2]) : nil
      list.append(UserWord(String(fields[0]), cost: cost, reading: reading))
    }
    return list
  }

  @inline(__always)
  func begins(with code: Int) -> Bool {
    beginnings[code >> 6] >> UInt64(code & 63) & 1 != 0
  }

  func words(beginningWith code: Int) -> [Word] { words[UInt16(code)] ?? [] }

  /// The cost of a word of the user; nil for others.
  func cost(of text: String) -> Int? {
    let codes = text.unicodeScalars.compactMap(Self.code)
    return codes.first.flatMap { words[$0] }?.filter { $0.codes == codes }.map { Int($0.cost) }
      .min()
  }

  private static func code(_ scalar: Unicode.Scalar) -> UInt16? {
    NormalizerRun.kind(scalar.value) >= CharacterTable.katakana
      ? UInt16(scalar.value - WordAutomaton.firstScalar) : nil
  }

  /// FNV-1a (Fowler, Noll, Vo) over 16-bit units.
  private mutating func mix(_ unit: UInt16) {
    checksum = (checksum ^ UInt64(unit)) &* 0x100_0000_01B3
  }
}
