internal import Haskap

extension OrganizationRegistry {
  /// Bodies of one id are one body, whatever cities name it.
  init(joining parts: [CityPart<OrganizationRegistry>], folding: NameFolding) {
    var places: [ExactString: Int] = [:]
    var groups: [[OrganizationEntity]] = []
    for kind in [OrganizationEntity.Kind.named, .person, .group] {
      for part in parts {
        for entity in part.value.entities where entity.kind == kind {
          let id = ExactString(entity.id)
          if let place = places[id] {
            groups[place].append(entity.moved(by: part.base))
          } else {
            places[id] = groups.count
            groups.append([entity.moved(by: part.base)])
          }
        }
      }
    }
    var names = NameIndex()
    for part in parts {
      names.append(
        part.value.names, places: part.value.entities.map { places[ExactString($0.id)] ?? 0 })
    }
    var entities = groups.map(OrganizationEntity.joined)
    Self.join(&entities, places)
    self.init(entities, places: places, names: names, folding: folding)
  }

  /// Gives each its children. Two cities may say that a body is a branch of its own branch; that is
  /// not followed.
  private static func join(_ entities: inout [OrganizationEntity], _ places: [ExactString: Int]) {
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
    for entity in entities {
      guard let above = entity.parent.flatMap({ places[ExactString($0)] }) else { continue }
      entities[above].children.append(entity.id)
    }
  }
}
