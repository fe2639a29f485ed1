internal import Haskap
internal import HaskapText

/// What is made of the records of each city, kept beside their index, in an index of its own in the
/// folder `entities`: making it again takes seconds where reading it takes milliseconds.
///
/// It names the commit whose records it was made of by that commit's payload. Where it is missing,
/// damaged or of another commit, it counts as not there.
struct StoredEntities {
  typealias Kind = PackedEntities.Kind

  enum Field {
    static let (key, kind, city) = ("key", "kind", "city")
    static let (exact, loose, id, name) = ("exact", "loose", "id", "name")
    static let stored = "stored"
  }

  private let reader: IndexReader
  private let searcher: Searcher
  let table: CityTable

  static func path(of index: String) -> String { index + "/entities" }

  /// Nil where there is nothing for this commit.
  init?(of index: IndexReader) {
    guard let reader = try? IndexReader(path: Self.path(of: index.path)),
      reader.payload == Self.name(of: index)
    else { return nil }
    self.reader = reader
    searcher = reader.makeSearcher()
    let cities = Self.read(Self.tableKey, [CityTable.City].self, reader, searcher)
    guard let cities else { return nil }
    table = CityTable(cities)
  }

  /// Nil where it cannot be read, or tells of records that are not there.
  func read<Value: Unpackable>(
    _ kind: Kind, _: Value.Type = Value.self, of city: String,
    isSound: (Value) -> Bool = { _ in true }
  ) -> Value? {
    let value = Self.read(Self.key(kind, city), Value.self, reader, searcher)
    return value.flatMap { isSound($0) ? $0 : nil }
  }

  private static func read<Value: Unpackable>(
    _ key: String, _: Value.Type, _ reader: IndexReader, _ searcher: Searcher
  ) -> Value? {
    let query = Query.term(field: Field.key, Array(key.utf8))
    guard let hit = try? searcher.search(.filter(query), limit: 1).hits.first,
      let bytes = try? reader.storedDocument(hit)[Field.stored].first?.bytes,
      var packed = try? PackedReader(bytes)
    else { return nil }
    return try? packed.read(Value.self)
  }

  /// The cities of whose parts of a kind a field has a value.
  ///
  /// - Throws: `FormatError` when what is stored is damaged.
  func cities(with values: [String], in field: String, of kind: Kind) throws -> Set<String> {
    let terms = values.map { Query.term(field: field, Array(Self.keyword($0).utf8)) }
    let found = try searcher.prepare(
      .filter(.all([.any(terms), .term(field: Field.kind, Array(kind.rawValue.utf8))]))
    ).run(SearchRequest(limit: table.cities.count))
    let column = try ColumnReader(reader, field: Field.city)
    return try Set(
      found.hits.compactMap {
        try column.values(segment: $0.segment, document: Int($0.document)).first?.text
          .map(CityKeyword.city)
      })
  }

  /// The names, as `NameIndex` compares them loosely, that have a piece.
  ///
  /// - Throws: `FormatError` when what is stored is damaged.
  func names(containing piece: String) throws -> [String] {
    let piece = Array(piece.utf8)
    var found: [String] = []
    try reader.forEachTerm(of: Field.loose, beginningWith: []) { term, _ in
      if Self.has(piece, in: term) { found.append(String(decoding: term, as: UTF8.self)) }
    }
    return found
  }

  /// The names that begin with some letters and fit, both as they are normalized.
  ///
  /// - Throws: `FormatError` when what is stored is damaged.
  func names(
    beginningWith firsts: Set<Unicode.Scalar>, where fits: (String) -> Bool
  ) throws -> [String] {
    var found: [String] = []
    for first in firsts {
      try reader.forEachTerm(of: Field.name, beginningWith: Array(String(first).utf8)) { term, _ in
        let parts = term.split(separator: NameTerm.separator, maxSplits: 1)
          .map { String(decoding: $0, as: UTF8.self) }
        guard let normalized = parts.first, let name = parts.last, fits(normalized),
          try isThere(term)
        else { return }
        found.append(name)
      }
    }
    return found
  }

  /// Terms of documents that were replaced stay until a merge drops them.
  private func isThere(_ name: [UInt8]) throws -> Bool {
    guard reader.hasDeletedDocuments else { return true }
    return try searcher.hasMatch(.term(field: Field.name, name))
  }

  private static func has(_ piece: [UInt8], in term: [UInt8]) -> Bool {
    guard !piece.isEmpty, term.count >= piece.count else { return false }
    return term.withUnsafeBufferPointer { term in
      piece.withUnsafeBufferPointer { piece in
        for start in 0...term.count - piece.count {
          var length = 0
          while length < piece.count, term[start + length] == piece[length] { length += 1 }
          if length == piece.count { return true }
        }
        return false
      }
    }
  }

  /// The names that `NameIndex` takes for a misspelling, where none has the piece; with whether these are
  /// whole names, or have misspelt pieces.
  ///
  /// - Throws: `FormatError` when what is stored is damaged.
  func names(misspelt text: String) throws -> (names: [String], areWhole: Bool) {
    var (whole, pieces): ([String], [String]) = ([], [])
    let query = Array(text.unicodeScalars)
    let limit = NameIndex.mostMisspelt(query)
    guard limit > 0 else { return ([], false) }
    let kept = EditDistance.pieces(of: query, within: limit).map { Array($0.utf8) }
    try reader.forEachTerm(of: Field.loose, beginningWith: []) { term, _ in
      guard kept.contains(where: { Self.has($0, in: term) }) else { return }
      let name = String(decoding: term, as: UTF8.self)
      switch NameIndex.misspelling(query, Array(name.unicodeScalars)) {
      case .misspelt?: whole.append(name)
      case .misspeltPart?: pieces.append(name)
      default: break
      }
    }
    return whole.isEmpty ? (pieces, false) : (whole, true)
  }
}

extension StoredEntities {
  static let tableKey = "cities"

  static func key(_ kind: Kind, _ city: String) -> String { "\(kind.rawValue)\n\(city)" }

  /// A name as a keyword, which has its limits.
  static func keyword(_ name: String) -> String {
    name.utf8.count <= most ? name : String(name.unicodeScalars.prefix(most / 4))
  }

  /// In bytes.
  private static let most = 1000

  /// The payload holds a checksum of all records.
  static func name(of index: IndexReader) -> [UInt8] {
    Array("entities 10 \(index.payload.withUnsafeBytes { Checksum.of($0) })".utf8)
  }

  /// What is damaged in what is kept beside an index; nil where nothing is.
  static func check(of index: String) -> IndexCheck.Report? {
    let report = IndexCheck.run(path: path(of: index))
    return report.generation == 0 && report.problems.first is StorageError ? nil : report
  }
}
