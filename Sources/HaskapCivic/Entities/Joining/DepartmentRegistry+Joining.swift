extension DepartmentRegistry {
  /// Each city's departments are its own.
  init(joining parts: [CityPart<DepartmentRegistry>], folding: NameFolding) {
    var departments: [DepartmentEntity] = []
    var names = NameIndex()
    for part in parts {
      let first = departments.count
      names.append(part.value.names, places: part.value.departments.indices.map { first + $0 })
      departments += part.value.departments.map { one in
        var one = one
        (one.id, one.owner) = (part.id(one.id), one.owner ?? part.label)
        one.records = one.records.map { $0 + part.base }
        return one
      }
    }
    self.init(departments, names: names, folding: folding)
  }
}
