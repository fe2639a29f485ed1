/// The words of `Resources/headings.txt` by what they say.
enum HeadingList {
  typealias Meaning = HeadingWords.Meaning
  typealias Entry = (word: String, isWhole: Bool, meaning: Meaning)

  static let entries: [Entry] = {
    var ranks: [HeadingKind: Int] = [:]
    return lines.flatMap { line in
      guard let kind = line.first.flatMap({ HeadingKind(rawValue: $0) }) else { return [Entry]() }
      return line.dropFirst().map { word in
        ranks[kind, default: 0] += 1
        let key = String(Folding.fold(word.drop { $0 == "=" }).filter { $0 != "." })
        return (key, word.hasPrefix("="), Meaning(kind: kind, rank: ranks[kind] ?? 0))
      }
    }
  }()

  static let whole = Dictionary(entries.map { ($0.word, $0.meaning) }) { first, _ in first }
  /// A single letter says nothing at the end of a word.
  static let endings = entries.reduce(into: WordEndings<Meaning>()) { endings, entry in
    endings.insert(
      entry.word, entry.meaning, isWhole: entry.isWhole || entry.word.count < 2)
  }

  /// The endings behind `~`, by kind.
  static let vague: [(kind: HeadingKind, endings: [String])] = lines.compactMap { line in
    guard let first = line.first, first.hasPrefix("~") else { return nil }
    return HeadingKind(rawValue: String(first.dropFirst())).map { ($0, Array(line.dropFirst())) }
  }

  private static let lines: [[String]] =
    String(decoding: PackageResources.headings_txt, as: UTF8.self)
    .split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
    .map { $0.split(separator: " ").map(String.init) }
}
