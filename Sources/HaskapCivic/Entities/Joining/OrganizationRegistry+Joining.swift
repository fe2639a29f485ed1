internal import Haskap

extension OrganizationRegistry {
  /// Bodies of one id are one body, whatever cities name it.
  ///
  /// - Parameter parts: of the cities, with the numbers that records have among those of all.
  init(joining parts: [OrganizationRegistry], folding: NameFolding) {
    var places: [ExactString: Int] = [:]
    var entities: [OrganizationEntity] = []
    // Most bodies are of one city.
    var repeated: [Int: [OrganizationEntity]] = [:]
    for kind in [OrganizationEntity.Kind.named, .person, .group] {
      for part in parts {
        let own = part.entities
        for number in own.indices where own[number].kind == kind {
          let (id, entity) = (ExactString(own[number].id), own[number])
          if let place = places[id] {
            repeated[place, default: [entities[place]]].append(entity)
          } else {
            places[id] = entities.count
            entities.append(entity)
          }
        }
      }
    }
    for (place, all) in repeated { entities[place] = OrganizationEntity.joined(all) }
    var names = NameIndex()
    for part in parts {
      names.append(
        part.names, places: part.entities.map { places[ExactString($0.id)] ?? 0 })
    }
    Self.join(&entities, places)
    self.init(entities, places: places, names: names, folding: folding)
  }

  /// Gives each its children. Two cities may say that a body is a branch of its own branch; that is
  /// not followed.
  private static func join(_ entities: inout [OrganizationEntity], _ places: [ExactString: Int]) {
    for place in entities.indices { entities[place].children = [] }
    func above(_ place: Int) -> Int? {
      entities[place].parent.flatMap { places[ExactString($0)] }
    }
    for place in entities.indices {
      var (ancestor, generations) = (above(place), 0)
      while let next = ancestor, next != place, generations < entities.count {
        (ancestor, generations) = (above(next), generations + 1)
      }
      if ancestor != nil { entities[place].parent = nil }
    }
    for place in entities.indices {
      if let above = above(place) { entities[above].children.append(entities[place].id) }
    }
  }
}
