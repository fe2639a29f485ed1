internal import Haskap
internal import HaskapText

extension CivicIndex {
  /// The documents of a period: projects and activities by their dates, organizations by what
  /// names them.
  func documents(within period: CivicPeriod) throws -> DocumentSets {
    let times = period.times
    return try reader.documents(where: CivicSchema.time) { times.hold(RecordTime(number: $0)) }
  }

  /// The documents that a date is of; what goes on for a whole fiscal year has none.
  func documents(dated date: PartialDate) throws -> DocumentSets {
    let days = TimeBounds(days: DateSpan(start: date, end: date))
    return try reader.documents(where: CivicSchema.time) { number in
      let time = RecordTime(number: number)
      return days.hold(time) && !time.isWholeYear
    }
  }

  /// Whether a record lies in a period, by its number; of the records of some cities.
  func holding(_ period: CivicPeriod, in cities: [Int]) throws -> @Sendable (Int) -> Bool {
    guard !period.isAlways else { return { _ in true } }
    let parts = try eachCity(cities) { period.areHeld(try $0.times()) }
    let (firsts, areHeld) = (parts.map(\.base), parts.map(\.value))
    return { record in
      let place = firsts.lastPlace(notAbove: record)
      return areHeld[place][record - firsts[place]]
    }
  }
}
