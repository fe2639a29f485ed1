public import Haskap
internal import HaskapText

/// The content of the index that is stored under `Index/Stored`, one folder a version of the
/// format: enough documents for full blocks, bit sets, block maxima and listed pairs, in two
/// segments with deletions, with words and spelling foldings in the schema; its stored text is packed.
///
/// `HASKAP_RECORD=1 swift test --filter StoredIndexTests.record` writes the folder of the present version.
public enum StoredIndex {
  public static let wordCount = 200
  /// Documents of the first commit and of the second, and those of the first that the third
  /// commit replaces.
  public static let (first, second, replaced) = (4200, 900, 60)

  public static var schema: Schema {
    get throws {
      try Schema(
        [
          .keyword("id", column: false),
          .text("body", analyzer: "whitespace", stored: false),
          .text(
            "title", analyzer: "japanese", weight: 3, b: 0.4, grams: true,
            foldings: [.kanji, .spelling, .year]),
          .keyword("tag", stored: false), .integer("year"), .date("day", stored: false),
          .decimal("price"), .boolean("open"), .time("starts", stored: false), .stored("raw"),
        ], key: "id", words: [UserWord("どんぐり文庫"), UserWord("協働", cost: 50, reading: "きょうどう")])
    }
  }

  /// A document of the index.
  public struct Content {
    public let id: String
    public let words: [String]
    public let title: String
    public let tags: [String]
    public let year: Int64

    public var document: Document {
      var document = Document()
      document.append(id, to: "id")
      document.append(words.joined(separator: " "), to: "body")
      document.append(title, to: "title")
      for tag in tags { document.append(tag, to: "tag") }
      document.append(year, to: "year")
      document.append("\(year)-08-22", to: "day")
      document.append(Double(words.count(where: { $0 < "w2" })) / 4 - 1, to: "price")
      document.append(tags.count == 1, to: "open")
      document.append("\(9 + tags.count):30", to: "starts")
      if year == 2020 { document.append(.bytes([0, 255]), to: "raw") }
      return document
    }
  }

  private static let pieces = [
    "どんぐり文庫", "国会", "國會", "子どもの居場所", "こども会", "協働のまち", "令和5年度", "R5年度", "清掃", "図書館",
  ]

  /// The numbers of all documents that the index holds in the end: replaced ones begin at
  /// `first + second`, in the order of the documents that they replace.
  public static var numbers: Range<Int> { replaced..<first + second + replaced }

  public static func content(_ number: Int) -> Content {
    var random = SplitMix(seed: UInt64(number))
    let words = (0..<12).map { _ in
      let share = Double(UInt32.random(in: 0..<1 << 20, using: &random)) / Double(1 << 20)
      return "w\(Int(Double(wordCount) * share * share * share))"
    }
    let isReplacement = number >= first + second
    return Content(
      id: "\(isReplacement ? number - first - second : number)", words: words,
      title: pieces[number % 10] + pieces[number / 10 % 7],
      tags: (0..<number % 3).map { "t\((number + $0) % 5)" }, year: Int64(2019 + number / 700))
  }

  /// Writes the whole index in three commits.
  public static func write(to writer: IndexWriter) throws {
    for range in [0..<first, first..<first + second, first + second..<numbers.upperBound] {
      for number in range { try writer.replace(content(number).document) }
      try writer.commit(payload: Array("commit \(range.upperBound)".utf8))
    }
  }
}
