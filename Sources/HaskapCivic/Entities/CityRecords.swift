/// The records of one city, in the order of the reports and in each report's own.
///
/// Who is who, the projects through the years and what changed from year to year are told of a city
/// at a time: reports of others make no difference to them.
struct CityRecords: Sendable {
  /// A record, and where it stands among those of its report.
  struct Placed: Sendable {
    private(set) var shared: SharedRecord
    /// The report's path.
    let report: String
    let place: Int

    init(record: Record, report: String, place: Int) {
      (shared, self.report, self.place) = (SharedRecord(record), report, place)
    }

    var record: Record {
      _read { yield shared.value }
      set { shared = SharedRecord(newValue) }
    }
  }

  /// Empty for records that do not say what city they are of.
  let city: String
  private(set) var placed: [Placed]

  var records: RecordList { RecordList(placed.map(\.shared)) }

  /// The records of an index, with names of their own each, though two files may be called alike.
  static func all(_ placed: [Placed]) -> [CityRecords] {
    var names: [String: Int] = [:]
    let named = placed.map { one in
      var one = one
      let name = one.record.id ?? one.record.place
      names[name, default: 0] += 1
      let count = names[name] ?? 1
      if count > 1 || one.record.id == nil {
        one.record.id = count == 1 ? name : repeated(name, count)
      }
      return one
    }
    return grouped(named, onlyCity: onlyCity(named.lazy.map(\.record.municipality)))
  }

  /// What a record is called whose name others have had before it.
  static func repeated(_ name: String, _ count: Int) -> String { "\(name)~\(count)" }

  /// Those of all cities, in the order of the cities' names.
  ///
  /// - Parameter onlyCity: whose the records are that do not say so.
  static func grouped(_ placed: [Placed], onlyCity: String?) -> [CityRecords] {
    Dictionary(grouping: placed) { $0.record.municipality ?? onlyCity ?? "" }
      .sorted { $0.key < $1.key }
      .map { CityRecords(city: $0.key, placed: $0.value.sorted(by: precedes)) }
  }

  /// The city that alone is named; nil where there are several, or none.
  static func onlyCity(_ cities: some Sequence<String?>) -> String? {
    let named = Set(cities.compactMap(\.self)).subtracting([""])
    return named.count == 1 ? named.first : nil
  }

  private static func precedes(_ one: Placed, _ other: Placed) -> Bool {
    (one.report, one.place) < (other.report, other.place)
  }
}
