internal import Haskap

/// Writes the documents of an index as a cluster takes them: their fields as they are kept, and what
/// the index holds of their texts.
///
/// Nothing is analyzed again: words, pairs and boundaries are read out of the index, so that texts that
/// are not kept are exported as well, and to the last token as they are searched.
struct OpenSearchDocuments {
  private let reader: IndexReader
  private let columns: [String: ColumnReader]
  private let texts: [Field]
  /// Bytes that are kept, as JSON.
  private let bytes: ([UInt8]) throws -> String
  private(set) var statistics = CharacterStatistics()
  /// Documents whose texts are turned round at once: memory against passes over the terms.
  private static let window = 8192

  init(_ reader: IndexReader, bytes: @escaping ([UInt8]) throws -> String) throws {
    (self.reader, self.bytes) = (reader, bytes)
    columns = Dictionary(
      uniqueKeysWithValues: try reader.schema.fields.filter(\.kind.isNumeric).map {
        ($0.name, try ColumnReader(reader, field: $0.name))
      })
    texts = reader.schema.fields.filter { $0.textOptions != nil }
  }

  /// A document as one line of JSON, with the words of its texts and its values.
  struct Exported {
    var id: String
    var json: String
    var parts: OpenSearchParts
  }

  /// Calls `body` with each document that is not deleted, in the order of the index.
  mutating func export(_ body: (Exported) throws -> Void) throws {
    var base = 0
    for segment in 0..<reader.segmentCount {
      let count = reader.documentCount(ofSegment: segment)
      for first in stride(from: 0, to: count, by: Self.window) {
        let window = first..<min(first + Self.window, count)
        try export(segment: segment, window, base: base, body)
      }
      base += count
    }
  }

  private struct Rows {
    var words: [String: TextRows] = [:]
    var grams: [String: TextRows] = [:]
  }

  private mutating func export(
    segment: Int, _ window: Range<Int>, base: Int, _ body: (Exported) throws -> Void
  ) throws {
    var rows = Rows()
    for field in reader.schema.fields {
      rows.words[field.name] = try reader.words(of: field.name, segment: segment, window)
      rows.grams[field.name] = try reader.grams(of: field.name, segment: segment, window)
    }
    for document in window where reader.isLive(segment: segment, document: document) {
      try body(try exported(segment: segment, document, base + document, rows))
    }
  }

  private mutating func exported(
    segment: Int, _ document: Int, _ number: Int, _ rows: Rows
  ) throws -> Exported {
    let stored = try reader.storedDocument(segment: segment, document: document)
    var parts = OpenSearchParts()
    var members: [(String, String?)] = []
    for field in reader.schema.fields {
      let values = try values(of: field, segment: segment, document, rows, stored, &parts)
      members.append((field.name, Self.json(values)))
    }
    let own = try own(segment: segment, document, number, rows, &parts)
    members.append((OpenSearchPath.object, own))
    let key = reader.schema.key.flatMap { parts.values[$0]?.first }
    return Exported(
      id: key ?? "\(number)", json: JSONText.object(members), parts: parts)
  }

  /// The values as JSON; keywords, numbers and days whether they are kept or only searched.
  private func values(
    of field: Field, segment: Int, _ document: Int, _ rows: Rows, _ stored: Document,
    _ parts: inout OpenSearchParts
  ) throws -> [String] {
    if let column = columns[field.name] {
      let values = try column.values(segment: segment, document: document)
      let texts = values.compactMap(\.plainText)
      parts.values[field.name] = texts
      return field.kind == .decimal ? texts : try values.map(json)
    }
    guard field.kind == .keyword, let words = rows.words[field.name] else {
      return try stored[field.name].map(json)
    }
    let values = words.terms(of: document).compactMap(\.self).map {
      String(decoding: $0, as: UTF8.self)
    }
    parts.values[field.name] = values
    return values.map(JSONText.string)
  }

  /// What is searched of the texts.
  private mutating func own(
    segment: Int, _ document: Int, _ number: Int, _ rows: Rows, _ parts: inout OpenSearchParts
  ) throws -> String {
    var words: [(String, String?)] = []
    var grams: [(String, String?)] = []
    var characters: [(String, String?)] = []
    for field in texts {
      let name = field.name
      let terms = rows.words[name]?.terms(of: document) ?? []
      parts.words[name] = terms.compactMap { $0.map { String(decoding: $0, as: UTF8.self) } }
      words.append((name, Self.line(terms.map { $0.map(OpenSearchToken.of) })))
      guard field.textOptions?.grams == true else { continue }
      let pairs = rows.grams[name]?.terms(of: document) ?? []
      let cuts = try reader.cuts(of: name, segment: segment, document: document)
      let marked = Self.characters(pairs, cuts: cuts)
      statistics.add(Set(marked.compactMap(\.self)), field: name)
      grams.append((name, Self.line(pairs.map { $0.map(OpenSearchToken.of) })))
      characters.append((name, Self.line(marked)))
    }
    return JSONText.object([
      ("number", "\(number)"), ("words", Self.object(words)), ("grams", Self.object(grams)),
      ("characters", Self.object(characters)),
    ])
  }
}

extension OpenSearchDocuments {
  /// The first character of each pair, with the boundaries around it.
  private static func characters(_ pairs: [[UInt8]?], cuts: [Bool]) -> [String?] {
    func isCut(_ place: Int) -> Bool { place < cuts.count && cuts[place] }
    return pairs.enumerated().map { place, pair in
      guard let pair, let first = String(decoding: pair, as: UTF8.self).unicodeScalars.first else {
        return nil
      }
      return OpenSearchCharacter.token(
        String(first), begins: isCut(place), ends: isCut(place + 1))
    }
  }

  /// Nil where there are no tokens.
  private static func line(_ tokens: [String?]) -> String? {
    guard !tokens.isEmpty else { return nil }
    return JSONText.string(tokens.map { $0 ?? OpenSearchToken.gap }.joined(separator: " "))
  }

  private static func object(_ members: [(String, String?)]) -> String? {
    members.contains { $0.1 != nil } ? JSONText.object(members) : nil
  }

  /// Nil where there are no values.
  private static func json(_ values: [String]) -> String? {
    values.count > 1 ? JSONText.array(values) : values.first
  }

  private func json(_ value: FieldValue) throws -> String {
    switch value {
    case .text(let text): JSONText.string(text)
    case .integer(let integer): "\(integer)"
    case .boolean(let flag): "\(flag)"
    case .bytes(let bytes): try self.bytes(bytes)
    }
  }
}

/// What queries can be drawn from: a document's words by text field, and the values of others.
struct OpenSearchParts {
  var words: [String: [String]] = [:]
  var values: [String: [String]] = [:]
}
