internal import Synchronization

/// Brings the spellings of one name to one key: width, case, spacing, punctuation, small kana,
/// old kanji, the city's name, and words with several spellings (子ども, 障がい).
///
/// `Ｍａｍｍｙ Pro`, `松本鐵工所` and `C. A. W` fold to `mammypro`, `松本鉄工所` and `caw`. Hiragana and
/// katakana stay apart here; `loose` joins them.
public struct NameFolding: Sendable {
  /// What it was made with.
  private let places: [(spelling: String, standard: String)]
  private let words: [Unicode.Scalar: [(spelling: [Unicode.Scalar], standard: [Unicode.Scalar])]]
  private let filter: ScalarFilter

  /// - Parameter places: other spellings of place names: `苫小牧` for `とまこまい`.
  public init(places: [(spelling: String, standard: String)] = []) {
    let plain = NameFolding(words: [:])
    let entries = (NameVariants.words + places).map { entry in
      (spelling: plain.fold(entry.spelling).scalars, standard: plain.fold(entry.standard).scalars)
    }
    let nonEmpty = entries.filter { !$0.spelling.isEmpty && $0.spelling != $0.standard }
    let longestFirst = nonEmpty.sorted { $0.spelling.count > $1.spelling.count }
    self.init(words: Dictionary(grouping: longestFirst) { $0.spelling[0] }, places: places)
  }

  private init(
    words: [Unicode.Scalar: [(spelling: [Unicode.Scalar], standard: [Unicode.Scalar])]],
    places: [(spelling: String, standard: String)] = []
  ) {
    (self.words, self.places, filter) = (words, places, ScalarFilter(words.keys))
  }

  public func key(_ name: some StringProtocol) -> String { fold(name).string }

  /// The key without the difference of hiragana and katakana, of long vowels, and of ヴ and ブ.
  public func looseKey(_ name: some StringProtocol) -> String { Self.loose(key(name)) }

  static func loose(_ key: String) -> String {
    var loose = String.UnicodeScalarView()
    for scalar in key.unicodeScalars {
      switch scalar {
      case "ー": continue
      case "ヴ", "ゔ": loose.append("ぶ")
      case "ヂ", "ぢ": loose.append("じ")
      case "ヅ", "づ": loose.append("ず")
      default: loose.append(hiragana(scalar))
      }
    }
    return String(loose)
  }

  private static func hiragana(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x30A1...0x30F6).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0x60) ?? scalar
  }

  func fold(_ text: some StringProtocol) -> FoldedText {
    var folder = ScalarFolder()
    for scalar in text.unicodeScalars { folder.add(scalar) }
    return words.isEmpty ? folder.result : standardised(folder.result)
  }

  private func standardised(_ text: FoldedText) -> FoldedText {
    var result = FoldedText()
    var place = 0
    while place < text.scalars.count {
      let rest = text.scalars[place...]
      let first = text.scalars[place]
      let candidates = filter.mayHold(first) ? words[first] ?? [] : []
      if let word = candidates.first(where: { rest.starts(with: $0.spelling) }) {
        for (index, scalar) in word.standard.enumerated() {
          result.append(scalar, afterGap: index == 0 && text.gaps[place])
        }
        place += word.spelling.count
      } else {
        result.append(text.scalars[place], afterGap: text.gaps[place])
        place += 1
      }
    }
    result.endsWithGap = text.endsWithGap
    return result
  }
}

extension NameFolding: Packable {
  /// The one that was read last.
  private static let last = Mutex<NameFolding?>(nil)

  func pack(into writer: inout PackedWriter) {
    writer.write(places.map(\.spelling), places.map(\.standard))
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    let (spellings, standards): ([String], [String]) = (try reader.read(), try reader.read())
    let places = zip(spellings, standards).map { (spelling: $0, standard: $1) }
    // Those of one index are all the same.
    self = Self.last.withLock { last in
      if let last, last.places.elementsEqual(places, by: ==) { return last }
      let made = NameFolding(places: places)
      last = made
      return made
    }
  }
}
