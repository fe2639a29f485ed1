/// What an index holds of some cities before they change.
struct OldCities {
  private var bodiesOfRecords: [String: [String]] = [:]
  private var bodies: [String: [CityBody]] = [:]

  /// Nil where what is stored of them cannot be read.
  init?(_ cities: [CityRecords], _ stored: StoredEntities) {
    for city in cities {
      let count = city.placed.count
      guard
        let registry = stored.read(
          .organizations, OrganizationRegistry.self, of: city.city,
          isSound: { $0.lastRecord < count }),
        let bodies = stored.read(.bodies, [CityBody].self, of: city.city),
        Set(bodies.map(\.id)).count == bodies.count
      else { return nil }
      self.bodies[city.city] = bodies
      for (placed, ids) in zip(city.placed, registry.idsOfRecords(count)) {
        bodiesOfRecords[placed.record.id ?? ""] = ids
      }
    }
  }

  /// The ids of the bodies that a record names.
  func bodies(ofRecord id: String) -> [String]? { bodiesOfRecords[id] }

  func bodies(of city: String) -> [CityBody] { bodies[city] ?? [] }
}
