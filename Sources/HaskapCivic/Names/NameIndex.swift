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
}

/// Looks names up however they are spelt. A name may have several entries with one value.
struct NameIndex: Sendable {
  struct Match: Hashable, Sendable {
    /// What was given to `insert`.
    var value: Int
    var agreement: NameAgreement
    /// Letters of the name that the query did not ask for.
    var surplus: Int
  }
  private struct Entry {
    var value: Int
    var loose: [Unicode.Scalar]
  }

  private var exact: [String: [Int]] = [:]
  private var kana: [String: [Int]] = [:]
  private var entries: [Entry] = []

  /// - Parameter key: as `NameFolding.key` makes it.
  mutating func insert(key: String, value: Int) {
    guard !key.isEmpty, exact[key]?.contains(value) != true else { return }
    exact[key, default: []].append(value)
    let loose = NameFolding.loose(key)
    kana[loose, default: []].append(value)
    entries.append(Entry(value: value, loose: Array(loose.unicodeScalars)))
  }

  /// Another way to write a name, in kana: `loose` as `NameFolding.loose` makes it.
  mutating func insert(reading loose: String, value: Int) {
    guard !loose.isEmpty, kana[loose]?.contains(value) != true else { return }
    kana[loose, default: []].append(value)
    entries.append(Entry(value: value, loose: Array(loose.unicodeScalars)))
  }

  /// What the key may mean: only the matches of the best agreement that has any.
  func find(key: String) -> [Match] {
    guard !key.isEmpty else { return [] }
    let loose = NameFolding.loose(key)
    if let values = exact[key] { return unique(values, .exact) }
    if let values = kana[loose] { return unique(values, .kana) }
    let query = Array((loose.isEmpty ? key : loose).unicodeScalars)
    let parts = matches {
      $0.containsPiece(query) ? .part : nil
    } surplus: {
      $0.count - query.count
    }
    return parts.isEmpty ? misspelt(query) : parts
  }

  private func unique(_ values: [Int], _ agreement: NameAgreement) -> [Match] {
    Set(values).sorted().map { Match(value: $0, agreement: agreement, surplus: 0) }
  }

  /// A letter in four may be wrong, three at most; in names of two or three letters none.
  private func misspelt(_ query: [Unicode.Scalar]) -> [Match] {
    let limit = min(query.count / 4, 3)
    guard limit > 0 else { return [] }
    let whole = matches {
      EditDistance.whole(query, $0, limit: limit).map { .misspelt(distance: $0) }
    } surplus: {
      abs($0.count - query.count)
    }
    if let best = whole.map(\.agreement).min() { return whole.filter { $0.agreement == best } }
    guard query.count >= 5 else { return [] }
    return matches {
      EditDistance.piece(query, in: $0, limit: 1).map { .misspeltPart(distance: $0) }
    } surplus: {
      $0.count - query.count
    }
  }

  /// The best match of each value, better first.
  private func matches(
    _ agreement: ([Unicode.Scalar]) -> NameAgreement?, surplus: ([Unicode.Scalar]) -> Int
  ) -> [Match] {
    var best: [Int: Match] = [:]
    for entry in entries {
      guard let agreement = agreement(entry.loose) else { continue }
      let match = Match(value: entry.value, agreement: agreement, surplus: surplus(entry.loose))
      if let known = best[entry.value], !Self.isBetter(match, known) { continue }
      best[entry.value] = match
    }
    return best.values.sorted(by: Self.isBetter)
  }

  private static func isBetter(_ one: Match, _ other: Match) -> Bool {
    (one.agreement, one.surplus, one.value) < (other.agreement, other.surplus, other.value)
  }
}

extension [Unicode.Scalar] {
  fileprivate func containsPiece(_ piece: [Unicode.Scalar]) -> Bool {
    guard let first = piece.first, piece.count <= count else { return false }
    return (0...(count - piece.count)).contains { place in
      self[place] == first && self[place..<(place + piece.count)].elementsEqual(piece)
    }
  }
}
