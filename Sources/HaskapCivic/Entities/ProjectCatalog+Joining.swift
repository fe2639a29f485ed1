extension ProjectCatalog {
  /// Each city's projects are its own.
  init(joining parts: [CityPart<ProjectCatalog>], folding: NameFolding, recordCount: Int) {
    var series: [ProjectSeries] = []
    var names = NameIndex()
    for part in parts {
      let first = series.count
      names.insert(part.value.names, places: part.value.series.indices.map { first + $0 })
      series += part.value.series.map { one in
        var one = one.moved(by: part.base)
        (one.id, one.city) = (part.id(one.id), part.label)
        return one
      }
    }
    self.init(series, names: names, folding: folding, recordCount: recordCount)
  }
}

extension ProjectSeries {
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
