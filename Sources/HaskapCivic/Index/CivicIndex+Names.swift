extension CivicIndex {
  /// What is asked about, and the cities that can have it.
  struct Asked {
    var name: String
    /// By their places.
    var cities: [Int]
    /// False where it is surely no whole name of any city, not even a misspelt one.
    var mayBeWhole = true
  }

  /// Finds the cities that have what a name means at its best: exactly, in other kana, in part or
  /// misspelt; none where nothing is like it. A city's name may stand before it: 湖畔町 文化課.
  ///
  /// - Parameter keys: what a name is looked up by.
  func asked(
    _ name: String, _ kind: PackedEntities.Kind, keys: (String, NameFolding) -> [String]
  ) throws -> Asked {
    let table = try cities()
    guard table.cities.count > 1 else { return Asked(name: name, cities: table.all) }
    guard let stored = try storedEntities() else {
      let split = Self.split(name, table)
      return split.map { Asked(name: $1, cities: [$0]) } ?? Asked(name: name, cities: table.all)
    }
    let texts = try keys(name, folding()).filter { !$0.isEmpty }
    let whole = try Self.cities(of: texts, kind, in: stored)
    if !whole.isEmpty { return Asked(name: name, cities: places(whole, table)) }
    if let (city, rest) = Self.split(name, table) { return Asked(name: rest, cities: [city]) }
    let similar = try Self.cities(like: texts, kind, in: stored)
    return Asked(
      name: name, cities: places(similar.cities, table), mayBeWhole: similar.areMisspelt)
  }

  /// With all cities that name a body which a name means in one of them, and who is who in these.
  func askedOrganization(_ name: String) throws -> (asked: Asked, registry: OrganizationRegistry) {
    var asked = try asked(name, .organizations, keys: OrganizationRegistry.keys)
    let table = try cities()
    let registry = try organizations(of: asked.cities)
    guard let stored = try storedEntities(), asked.name == name,
      asked.cities.count < table.cities.count
    else { return (asked, registry) }
    let ids = registry.find(name).map(\.entity.id)
    let others = try stored.cities(with: ids, in: StoredEntities.Field.id, of: .organizations)
    let all = Set(asked.cities).union(places(others, table))
    guard all.count > asked.cities.count else { return (asked, registry) }
    asked.cities = all.sorted()
    return (asked, try organizations(of: asked.cities))
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

  /// Of names that are the same, or the same in other kana.
  private static func cities(
    of keys: [String], _ kind: PackedEntities.Kind, in stored: StoredEntities
  ) throws -> Set<String> {
    let exact = try stored.cities(with: keys, in: StoredEntities.Field.exact, of: kind)
    if !exact.isEmpty { return exact }
    let loose = keys.map(NameFolding.loose).filter { !$0.isEmpty }
    return try stored.cities(with: loose, in: StoredEntities.Field.loose, of: kind)
  }

  /// Of names that have a piece, or differ in some letters; with whether it is whole names that differ.
  private static func cities(
    like keys: [String], _ kind: PackedEntities.Kind, in stored: StoredEntities
  ) throws -> (cities: Set<String>, areMisspelt: Bool) {
    let texts = keys.map { NameFolding.loose($0).isEmpty ? $0 : NameFolding.loose($0) }
    func cities(of names: [String]) throws -> Set<String> {
      try stored.cities(with: names, in: StoredEntities.Field.loose, of: kind)
    }
    let containing = try cities(of: texts.flatMap(stored.names(containing:)))
    if !containing.isEmpty { return (containing, false) }
    let misspelt = try texts.map(stored.names(misspelt:))
    return (
      try cities(of: misspelt.flatMap(\.names)), misspelt.contains { $0.areWhole }
    )
  }
}
