import Haskap
import HaskapDocuments

/// Answers programs about other documents than reports, in JSON.
struct DocumentDataMaker {
  let snapshot: DocumentSnapshot

  /// - Parameter segments: of the path behind `/api/v1`, still escaped.
  /// - Throws: `Refusal`; errors of the index.
  func answer(_ segments: [Substring], _ items: QueryItems) throws -> Answer {
    try DataMaker.checkNames(items)
    guard items["format"] ?? DataFormat.json.rawValue == DataFormat.json.rawValue else {
      throw Refusal.unknown(
        "format", items["format"] ?? "", known: [DataFormat.json.rawValue])
    }
    switch segments {
    case ["explain"]: return try search(items, explains: true)
    case ["suggest"]:
      let asked = try SuggestInput(items)
      return try Answer(
        json: DocumentSuggestions.answer(
          to: asked.prefix, in: snapshot.reader, limit: asked.limit))
    case ["similar"]: return try similar(try SimilarInput(items))
    default: break
    }
    guard let address = Address(segments: segments) else { throw Refusal.notFound }
    return try answer(address, items)
  }

  /// What the page at an address holds.
  func answer(_ address: Address, _ items: QueryItems) throws -> Answer {
    switch address {
    case .search: return try search(items, explains: false)
    case .document(let key):
      guard let entry = try snapshot.entry(key) else { throw Refusal.notFound }
      return try Answer(json: entry)
    case .about: return try Answer(json: AboutDocuments(snapshot))
    default: throw Refusal.notFound
    }
  }

  private func search(_ items: QueryItems, explains: Bool) throws -> Answer {
    let input = try SearchInput(items, SearchInput.documentNames(snapshot.columns))
    return try Answer(json: try snapshot.answer(to: input, explains: explains))
  }

  private func similar(_ asked: SimilarInput) throws -> Answer {
    let found = try Refusal.reading {
      try SimilarDocuments(in: snapshot.reader)
        .answer(to: asked.id, limit: asked.limit, offset: asked.offset)
    }
    guard let found else { throw Refusal.notFound }
    return try Answer(json: found)
  }
}

/// What an index of documents holds.
struct AboutDocuments: Encodable {
  struct Field: Encodable {
    var name: String
    var type: String
    /// Whether answers tell it.
    var stored: Bool
    /// Whether answers may be narrowed, counted and put in order by it.
    var column: Bool
  }

  var commit: UInt64
  var documents: Int
  var key: String?
  var fields: [Field]

  init(_ snapshot: DocumentSnapshot) {
    let reader = snapshot.reader
    (commit, documents, key) = (reader.generation, reader.documentCount, reader.schema.key)
    fields = reader.schema.fields.map {
      Field(name: $0.name, type: $0.kind.name, stored: $0.isStored, column: $0.hasColumn)
    }
  }
}
