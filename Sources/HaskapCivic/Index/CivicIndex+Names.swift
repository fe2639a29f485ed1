extension CivicIndex {
  /// What is asked about, and the cities that can have it.
  struct Asked {
    var name: String
    /// By their places.
    var cities: [Int]
  }

  /// Finds the cities that have what a name means at its best: exactly, in other kana or in part;
  /// all where none has it so. A city's name may stand before it: 湖畔町 文化課.
  ///
  /// - Parameter keys: what a name is looked up by.
  func asked(
    _ name: String, _ kind: PackedEntities.Kind, keys: (String, NameFolding) -> [String]
  ) throws -> Asked {
    let table = try cities()
    guard table.cities.count > 1 else { return Asked(name: name, cities: table.all) }
    let stored = try storedEntities()
    let found = try stored.map { try Self.cities(keys(name, folding()), kind, in: $0) } ?? []
    if !found.isEmpty { return Asked(name: name, cities: places(found, table)) }
    if let (city, rest) = Self.split(name, table) { return Asked(name: rest, cities: [city]) }
    return Asked(name: name, cities: table.all)
  }

  /// With all cities that name a body which a name means in one of them.
  func askedOrganization(_ name: String) throws -> Asked {
    var asked = try asked(name, .organizations, keys: OrganizationRegistry.keys)
    let table = try cities()
    guard let stored = try storedEntities(), asked.name == name,
      asked.cities.count < table.cities.count
    else { return asked }
    let ids = try organizations(of: asked.cities).find(name).map(\.entity.id)
    let others = try stored.cities(with: ids, in: StoredEntities.Field.id, of: .organizations)
    asked.cities = Set(asked.cities).union(places(others, table)).sorted()
    return asked
  }

  private func places(_ names: Set<String>, _ table: CityTable) -> [Int] {
    table.all.filter { names.contains(table.cities[$0].name) }
  }

  private static func split(_ name: String, _ table: CityTable) -> (city: Int, rest: String)? {
    for city in table.all where name.hasPrefix(table.cities[city].name) {
      let rest = name.dropFirst(table.cities[city].name.count)
      guard rest.first?.isWhitespace == true, !table.cities[city].name.isEmpty else { continue }
      if !rest.trimmed.isEmpty { return (city, rest.trimmed) }
    }
    return nil
  }

  private static func cities(
    _ keys: [String], _ kind: PackedEntities.Kind, in stored: StoredEntities
  ) throws -> Set<String> {
    typealias Field = StoredEntities.Field
    let keys = keys.filter { !$0.isEmpty }
    let loose = keys.map(NameFolding.loose)
    let exact = try stored.cities(with: keys, in: Field.exact, of: kind)
    if !exact.isEmpty { return exact }
    let kana = try stored.cities(with: loose.filter { !$0.isEmpty }, in: Field.loose, of: kind)
    if !kana.isEmpty { return kana }
    let pieces = zip(keys, loose).map { $1.isEmpty ? $0 : $1 }
    let names = try pieces.flatMap(stored.names)
    return try stored.cities(with: names, in: Field.loose, of: kind)
  }
}
