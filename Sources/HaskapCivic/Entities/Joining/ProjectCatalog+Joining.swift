extension ProjectCatalog {
  /// Each city's projects are its own.
  init(joining parts: [CityPart<ProjectCatalog>], folding: NameFolding, recordCount: Int) {
    var series: [ProjectSeries] = []
    var names = NameIndex()
    for part in parts {
      let first = series.count
      names.append(part.value.names, places: part.value.series.indices.map { first + $0 })
      series += part.value.series.map { $0.moved(to: part) }
    }
    self.init(series, names: names, folding: folding, recordCount: recordCount)
  }

  /// What the catalog that joins several would answer, without it.
  ///
  /// - Parameter series: a project by the number of its part and its place there.
  static func resolve(
    _ name: String, in parts: [CityPart<NameIndex>], folding: NameFolding,
    _ series: (_ part: Int, _ place: Int) throws -> ProjectSeries
  ) rethrows -> Answer {
    let matches =
      keys(of: name, folding).map { key in
        NameIndex.best(
          parts.enumerated().flatMap { place, part in
            part.value.find(key: key).map { (part: place, match: $0) }
          }, by: \.match.agreement)
      }.filter { !$0.isEmpty }.min { $0[0].match.agreement < $1[0].match.agreement } ?? []
    let sorted = try matches.map { found in
      (part: found.part, match: found.match, series: try series(found.part, found.match.value))
    }.sorted { one, other in
      (
        one.match.agreement, one.match.surplus, -one.series.years.count, one.part, one.match.value
      )
        < (
          other.match.agreement, other.match.surplus, -other.series.years.count, other.part,
          other.match.value
        )
    }.map { found in
      Match(
        series: found.series.moved(to: parts[found.part]), agreement: found.match.agreement)
    }
    guard let first = sorted.first else { return .none }
    return sorted.count == 1 ? .one(first) : .several(sorted)
  }
}

extension ProjectSeries {
  /// The same as one of several cities' projects.
  fileprivate func moved<Value>(to part: CityPart<Value>) -> ProjectSeries {
    var one = moved(by: part.base)
    (one.id, one.city) = (part.id(id), part.label)
    return one
  }

  /// The same with its records counted from another number.
  fileprivate func moved(by base: Int) -> ProjectSeries {
    var moved = self
    for year in years.indices {
      for holding in years[year].holdings.indices {
        moved.years[year].holdings[holding].records = years[year].holdings[holding].records
          .map { $0 + base }
      }
    }
    return moved
  }
}
