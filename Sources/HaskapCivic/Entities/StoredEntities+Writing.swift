internal import CLibrary
internal import Haskap

extension StoredEntities {
  /// - Parameter read: what is made of a city, by its place.
  /// - Throws: errors of the index; what `read` throws.
  static func write(
    _ table: [CityTable.City], of index: IndexReader, _ read: (Int) throws -> PackedEntities
  ) throws {
    let writer = try IndexWriter(replacing: folder(in: index.path), schema: try schema)
    for city in table.indices { try add(read(city), to: writer) }
    try add(table: table, to: writer)
    try writer.commit(payload: name(of: index))
  }

  /// Puts what is made anew of some cities in the place of what is there of them.
  ///
  /// - Parameter table: of all cities.
  /// - Throws: errors of the index.
  static func replace(
    _ changed: [PackedEntities], without gone: [String], table: [CityTable.City],
    of index: IndexReader
  ) throws {
    let writer = try IndexWriter(path: folder(in: index.path), schema: try schema)
    for city in gone {
      for kind in Kind.allCases { try writer.delete(key: key(kind, city)) }
    }
    for one in changed { try add(one, to: writer) }
    try add(table: table, to: writer)
    try writer.commit(payload: name(of: index))
  }

  /// Behind a link stands what is not this index's, and a writer would remove it.
  private static func folder(in index: String) throws -> String {
    let path = path(of: index)
    var status = stat()
    guard lstat(path, &status) != 0 || status.st_mode & S_IFMT != S_IFLNK else {
      throw StorageError(.makeFolder, path, code: ELOOP)
    }
    return path
  }

  private static var schema: Schema {
    get throws {
      let lookups = [Field.key, Field.kind, Field.exact, Field.loose, Field.id, Field.name]
      let terms = lookups.map { Haskap.Field.keyword($0, stored: false, column: false) }
      return try Schema(
        terms + [.keyword(Field.city, stored: false), .stored(Field.stored)], key: Field.key)
    }
  }

  private static func add(_ packed: PackedEntities, to writer: IndexWriter) throws {
    for part in packed.parts {
      var document: Document = [:]
      document.append(key(part.kind, packed.city.name), to: Field.key)
      document.append(part.kind.rawValue, to: Field.kind)
      document.append(CityKeyword.keyword(packed.city.name), to: Field.city)
      let lookups = [(Field.exact, part.exact), (Field.loose, part.loose), (Field.id, part.ids)]
      for (field, values) in lookups {
        for value in values.sorted() { document.append(keyword(value), to: field) }
      }
      for term in part.nameTerms.sorted() { document.append(term, to: Field.name) }
      document.append(.bytes(part.bytes), to: Field.stored)
      try writer.add(document)
    }
  }

  private static func add(table: [CityTable.City], to writer: IndexWriter) throws {
    let sorted = table.sorted { $0.name < $1.name }
    var document: Document = [:]
    document.append(tableKey, to: Field.key)
    document.append(.bytes(PackedWriter.bytes(of: sorted)), to: Field.stored)
    try writer.add(document)
  }
}
