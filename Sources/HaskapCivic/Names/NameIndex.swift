internal import Haskap
internal import HaskapText

/// How a looked-up name and what was found agree; better first.
public enum NameAgreement: Hashable, Comparable, Sendable {
  case exact
  /// Hiragana for katakana, a long vowel more or less.
  case kana
  /// What was asked for is a part of the name.
  case part
  /// So many letters differ.
  case misspelt(distance: Int)
  /// A part of the name, with so many letters different.
  case misspeltPart(distance: Int)

  /// Whether nothing is called so, only something with other letters in its name.
  var isNearSpelling: Bool {
    switch self {
    case .exact, .kana, .part: false
    case .misspelt, .misspeltPart: true
    }
  }
}

/// Looks names up however they are spelled. A name may have several entries with one value.
struct NameIndex: Sendable {
  struct Match: Hashable, Sendable {
    /// What was given to `insert`.
    var value: Int
    var agreement: NameAgreement
    /// Letters of the name that the query did not ask for.
    var surplus: Int
  }
  fileprivate struct Entry {
    /// Nil for another way to write a name.
    var key: String?
    var loose: String
    var value: Int
  }

  /// Of what was inserted. What was read is looked through from end to end instead: a command asks once.
  private var exact: [ExactString: [Int]] = [:]
  private var kana: [ExactString: [Int]] = [:]
  /// In the order in which they were inserted.
  private var entries: [Entry] = []

  /// - Parameter key: as `NameFolding.key` makes it.
  mutating func insert(key: String, value: Int) {
    guard !key.isEmpty, exact[ExactString(key)]?.contains(value) != true else { return }
    insert(Entry(key: key, loose: NameFolding.loose(key), value: value))
  }

  /// Another way to write a name, in kana: `loose` as `NameFolding.loose` makes it.
  mutating func insert(reading loose: String, value: Int) {
    guard !loose.isEmpty, kana[ExactString(loose)]?.contains(value) != true else { return }
    insert(Entry(loose: loose, value: value))
  }

  private mutating func insert(_ entry: Entry) {
    if let key = entry.key { exact[ExactString(key), default: []].append(entry.value) }
    kana[ExactString(entry.loose), default: []].append(entry.value)
    entries.append(entry)
  }

  /// Adds the names of another index.
  ///
  /// - Parameter places: what takes the place of its values.
  mutating func append(_ other: NameIndex, places: [Int]) {
    entries += other.entries.map { Entry(key: $0.key, loose: $0.loose, value: places[$0.value]) }
  }

  /// What `find` compares exactly, and with hiragana for katakana.
  var keys: (exact: Set<String>, loose: Set<String>) {
    (Set(entries.compactMap(\.key)), Set(entries.map(\.loose)))
  }

  private func values(_ text: String, in table: [ExactString: [Int]], _ name: (Entry) -> String?)
    -> [Int]
  {
    if !table.isEmpty { return table[ExactString(text)] ?? [] }
    let text = ExactString(text)
    return entries.filter { name($0).map(ExactString.init) == text }.map(\.value)
  }

  /// What the key may mean: only the matches of the best agreement that has any.
  func find(key: String) -> [Match] {
    guard !key.isEmpty else { return [] }
    let loose = NameFolding.loose(key)
    let same = values(key, in: exact, \.key)
    if !same.isEmpty { return unique(same, .exact) }
    let alike = values(loose, in: kana, \.loose)
    if !alike.isEmpty { return unique(alike, .kana) }
    let text = loose.isEmpty ? key : loose
    let parts = matches(length: text.unicodeScalars.count) {
      $0.contains(text) ? .part : nil
    }
    return parts.isEmpty ? misspelt(Array(text.unicodeScalars)) : parts
  }

  /// Of matches in several indexes those that `find` would have in one of all of them.
  static func best<Found>(_ all: [Found], by agreement: (Found) -> NameAgreement) -> [Found] {
    guard let best = all.map(agreement).min() else { return [] }
    if case .misspeltPart = best { return all }
    return all.filter { agreement($0) == best }
  }

  private func unique(_ values: [Int], _ agreement: NameAgreement) -> [Match] {
    Set(values).sorted().map { Match(value: $0, agreement: agreement, surplus: 0) }
  }

  /// Of the matches the best; where they are parts of names, all that are.
  private func misspelt(_ query: [Unicode.Scalar]) -> [Match] {
    guard Self.mostMisspelt(query) > 0 else { return [] }
    let all = matches(length: query.count) { Self.misspelling(query, Array($0.unicodeScalars)) }
    return Self.best(all, by: \.agreement)
  }

  /// How many letters of a name may be wrong: a letter in four, three at most.
  static func mostMisspelt(_ query: [Unicode.Scalar]) -> Int { min(query.count / 4, 3) }

  /// How a name is what somebody asked for with some letters wrong, in names of two or three letters none;
  /// of a part of it one. Nil where it is not.
  static func misspelling(_ query: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> NameAgreement? {
    let limit = mostMisspelt(query)
    guard limit > 0 else { return nil }
    if let distance = EditDistance.whole(query, name, limit: limit) {
      return .misspelt(distance: distance)
    }
    guard query.count >= 5 else { return nil }
    return EditDistance.piece(query, in: name, limit: 1).map { .misspeltPart(distance: $0) }
  }

  /// The best match of each value, better first.
  ///
  /// - Parameter length: of what was asked for, in letters.
  private func matches(
    length: Int, _ agreement: (String) -> NameAgreement?
  ) -> [Match] {
    var best: [Int: Match] = [:]
    for entry in entries {
      guard let agreement = agreement(entry.loose) else { continue }
      var surplus = entry.loose.unicodeScalars.count - length
      if case .misspelt = agreement { surplus = abs(surplus) }
      let match = Match(value: entry.value, agreement: agreement, surplus: surplus)
      if let known = best[entry.value], !Self.isBetter(match, known) { continue }
      best[entry.value] = match
    }
    return best.values.sorted(by: Self.isBetter)
  }

  private static func isBetter(_ one: Match, _ other: Match) -> Bool {
    (one.agreement, one.surplus, one.value) < (other.agreement, other.surplus, other.value)
  }
}

extension NameIndex: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(entries) }

  init(from reader: inout PackedReader) throws(PackedError) {
    entries = try reader.read()
  }

  /// The highest of the values.
  var lastValue: Int { entries.map(\.value).max() ?? 0 }
}

extension NameIndex.Entry: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(key, loose, value) }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(key: try reader.read(), loose: try reader.read(), value: try reader.read())
  }
}
