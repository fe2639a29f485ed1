public import Haskap

/// A schema for documents that nobody has described, from the first of them.
///
/// | values | field |
/// |---|---|
/// | integers | integer; a keyword where the name is that of a key |
/// | other numbers | decimal |
/// | days (`2023-08-22`, `令和5年8月22日`) | date |
/// | moments (`2023-08-22T10:00:00Z`), also with days between them | moment |
/// | times of day (`9:30`) | time |
/// | true, false | boolean |
/// | names of things: ASCII without spaces | keyword |
/// | short strings that come again and again, or in lists | keyword |
/// | all others | text, found by words and by any run of characters |
///
/// What is called title, name, 件名 and so on is text that counts three times.
public enum SchemaGuess {
  private static let keys: Set<String> = [
    "id", "_id", "key", "uuid", "guid", "docid", "doc_id", "docno",
  ]
  private static let titles = [
    "title", "name", "subject", "heading", "headline", "caption", "タイトル", "見出し", "題", "題名",
    "標題", "表題", "件名", "名称", "名前",
  ]
  /// In characters: longer strings are no names of kinds.
  private static let longestLabel = 32
  /// In characters: longer strings are no names of things.
  private static let longestIdentifier = 256

  /// - Throws: `InputError` when there is nothing to guess by.
  public static func schema(of sample: [SourceDocument]) throws -> Schema {
    let columns = columns(of: sample)
    guard !columns.isEmpty else {
      throw InputError(
        description: "there are no values in the documents; "
          + "give at least one document with a value, or name another file")
    }
    let key = columns.first { isKey($0, documents: sample.count) }?.name
    var fields = columns.map { $0.name == key ? .keyword($0.name) : field(for: $0) }
    if !fields.contains(where: { $0.textOptions != nil }) {
      // Bare words of a query need a text to be looked for in.
      let others = columns.indices.filter {
        columns[$0].name != key && fields[$0].kind == .keyword && !columns[$0].isFlag
      }
      if let longest = others.max(by: { columns[$0].longest < columns[$1].longest }) {
        fields[longest] = .text(columns[longest].name, grams: true)
      }
    }
    return try Schema(fields, key: key)
  }

  /// Whether a field tells its document from others. Where an id comes again, its document is told
  /// anew; but where most do, it is the id of something else.
  private static func isKey(_ column: SampledColumn, documents: Int) -> Bool {
    keys.contains(column.name.lowercased()) && column.count == documents
      && !column.isList && column.distinct.count * 2 >= documents
      && column.longest <= longestIdentifier
  }

  private static func field(for column: SampledColumn) -> Field {
    if isTitle(column.name), !column.isNumeric {
      return .text(column.name, weight: 3, grams: true)
    }
    if column.integers == column.count {
      return keys.contains(column.name.lowercased()) ? .keyword(column.name) : .integer(column.name)
    }
    if column.days == column.count {
      return column.moments > 0 ? .moment(column.name) : .date(column.name)
    }
    if column.times == column.count { return .time(column.name) }
    if column.isFlag { return .boolean(column.name) }
    if column.isNumeric { return .decimal(column.name) }
    let isLabel =
      column.longest <= longestLabel && !column.hasSentences
      && (column.isList || column.distinct.count * 2 <= column.count)
    let isIdentifier = column.isPlain && column.longest <= longestIdentifier
    return isLabel || isIdentifier ? .keyword(column.name) : .text(column.name, grams: true)
  }

  /// `title`, `book_title`, `作品名`.
  static func isTitle(_ name: String) -> Bool {
    let parts = name.lowercased().split { "_.-".contains($0) }
    return titles.contains(parts.last.map(String.init) ?? "") || name.hasSuffix("名")
  }

  /// In the order in which the names are first met.
  private static func columns(of sample: [SourceDocument]) -> [SampledColumn] {
    var columns: [SampledColumn] = []
    var places: [String: Int] = [:]
    for (number, document) in sample.enumerated() {
      for member in document.members {
        let place = places[member.name] ?? columns.count
        if place == columns.count {
          places[member.name] = place
          columns.append(SampledColumn(name: member.name))
        }
        columns[place].add(member.value, document: number)
      }
    }
    return columns
  }
}

/// What the first documents have under one name.
private struct SampledColumn {
  let name: String
  /// Values; a document may have several.
  private(set) var count = 0
  private(set) var integers = 0
  private(set) var decimals = 0
  private(set) var flags = 0
  /// Days, those with a time of day included.
  private(set) var days = 0
  private(set) var moments = 0
  private(set) var times = 0
  /// In characters.
  private(set) var longest = 0
  private(set) var distinct: Set<String> = []
  /// Whether all values are printed ASCII without spaces.
  private(set) var isPlain = true
  private(set) var hasSentences = false
  /// Whether a document has more than one value.
  private(set) var isList = false
  private var lastDocument = -1

  init(name: String) { self.name = name }

  var isNumeric: Bool { integers + decimals == count }
  /// Whether all values are true or false.
  var isFlag: Bool { flags == count }

  mutating func add(_ value: SourceValue, document: Int) {
    count += 1
    isList = isList || document == lastDocument
    lastDocument = document
    switch value {
    case .integer: integers += 1
    // Numbers that are too large for a column are texts.
    case .decimal(let text): if DecimalNumber.parse(text) != nil { decimals += 1 }
    case .flag: flags += 1
    case .text(let text): addText(text)
    }
    longest = max(longest, value.text.count)
    distinct.insert(value.text)
  }

  private mutating func addText(_ text: String) {
    if let day = WrittenDay.normal(text) {
      days += 1
      if Day(day) == nil { moments += 1 }
    }
    if text.contains(":"), TimeOfDay(text) != nil { times += 1 }
    isPlain = isPlain && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    hasSentences = hasSentences || text.contains { $0 == "。" || $0.isNewline }
  }
}
