extension OrganizationRegistry {
  /// Bodies of one id are one body, whatever cities name it.
  init(joining parts: [CityPart<OrganizationRegistry>], folding: NameFolding) {
    var places: [String: Int] = [:]
    var groups: [[OrganizationEntity]] = []
    for kind in [OrganizationEntity.Kind.named, .person, .group] {
      for part in parts {
        for entity in part.value.entities where entity.kind == kind {
          let place = places[entity.id] ?? groups.count
          if place == groups.count {
            places[entity.id] = place
            groups.append([])
          }
          groups[place].append(entity.moved(by: part.base))
        }
      }
    }
    var names = NameIndex()
    for part in parts {
      names.insert(part.value.names, places: part.value.entities.map { places[$0.id] ?? 0 })
    }
    var entities = groups.map(OrganizationEntity.joined)
    Self.join(&entities, places)
    self.init(entities, names: names, folding: folding)
  }

  /// Gives each its children. Two cities may say that a body is a branch of its own branch; that is
  /// not followed.
  private static func join(_ entities: inout [OrganizationEntity], _ places: [String: Int]) {
    func above(_ place: Int) -> Int? { entities[place].parent.flatMap { places[$0] } }
    for place in entities.indices {
      var (ancestor, generations) = (above(place), 0)
      while let next = ancestor, next != place, generations < entities.count {
        (ancestor, generations) = (above(next), generations + 1)
      }
      if ancestor != nil { entities[place].parent = nil }
    }
    for entity in entities {
      guard let above = entity.parent.flatMap({ places[$0] }) else { continue }
      entities[above].children.append(entity.id)
    }
  }
}
