internal import Haskap

/// The projects of a set of records, each through all its years.
public struct ProjectCatalog: Sendable {
  /// In the order of their first records.
  public let series: [ProjectSeries]
  /// By record; nil where it is no project.
  private let places: [Int?]
  private let placesOfIDs: [ExactString: Int]
  let folding: NameFolding
  let names: NameIndex

  /// - Parameter organizations: the registry of the same records.
  public init(records: [Record], organizations: OrganizationRegistry) {
    self.init(RecordList(records), organizations: organizations)
  }

  init(_ records: RecordList, organizations: OrganizationRegistry) {
    let facts = ProjectFacts.all(records, organizations)
    let groups = SeriesGrouping(facts).members.map { $0.filter { records[$0].isProject } }
      .filter { !$0.isEmpty }
    let builder = SeriesBuilder(records, facts: facts, organizations: organizations)
    var series: [ProjectSeries] = []
    var places: [ExactString: Int] = [:]
    var repeats: [ExactString: Int] = [:]
    var seriesOfRecord = [Int?](repeating: nil, count: records.count)
    var names = NameIndex()
    for (place, group) in groups.enumerated() {
      var one = builder.series(of: group)
      let count = repeats[ExactString(one.id), default: 0] + 1
      repeats[ExactString(one.id)] = count
      if count > 1 { one.id += "#\(count)" }
      places[ExactString(one.id)] = place
      series.append(one)
      for record in group {
        seriesOfRecord[record] = place
        for key in facts[record].name.allKeys { names.insert(key: key, value: place) }
        if let item = records[record].subItem {
          names.insert(key: organizations.folding.key(item), value: place)
        }
      }
    }
    (self.series, self.placesOfIDs, self.places) = (series, places, seriesOfRecord)
    (self.folding, self.names) = (organizations.folding, names)
  }

  /// - Parameter recordCount: how many records there are, those of no series included.
  init(_ series: [ProjectSeries], names: NameIndex, folding: NameFolding, recordCount: Int) {
    (self.series, self.names, self.folding) = (series, names, folding)
    placesOfIDs = Self.places(series)
    places = Self.places(series, recordCount: recordCount)
  }

  private static func places(_ series: [ProjectSeries], recordCount: Int) -> [Int?] {
    var places = [Int?](repeating: nil, count: recordCount)
    for (place, one) in series.enumerated() {
      for record in one.records { places[record] = place }
    }
    return places
  }

  private static func places(_ series: [ProjectSeries]) -> [ExactString: Int] {
    Dictionary(series.enumerated().map { (ExactString($0.element.id), $0.offset) }) { one, _ in one
    }
  }

  public subscript(id: String) -> ProjectSeries? {
    placesOfIDs[ExactString(id)].map { series[$0] }
  }

  /// The project that a record belongs to; nil for one that is none, as a paragraph.
  public func series(ofRecord record: Int) -> ProjectSeries? { places[record].map { series[$0] } }
}

extension ProjectCatalog {
  public struct Match: Sendable {
    public var series: ProjectSeries
    public var agreement: NameAgreement
  }

  public enum Answer: Sendable {
    case one(Match)
    /// Several projects fit equally well: the likeliest first.
    case several([Match])
    case none
  }

  /// The projects that a name may mean, the likeliest first: by the whole title with or without its
  /// edition, by kana, by a part of it, or misspelt.
  public func find(_ name: String) -> [Match] {
    let found = Self.keys(of: name, folding).map { names.find(key: $0) }.filter { !$0.isEmpty }
    let matches = found.min { $0[0].agreement < $1[0].agreement } ?? []
    return matches.sorted {
      ($0.agreement, $0.surplus, -series[$0.value].years.count, $0.value)
        < ($1.agreement, $1.surplus, -series[$1.value].years.count, $1.value)
    }.map { Match(series: series[$0.value], agreement: $0.agreement) }
  }

  /// What a name is looked up by.
  static func keys(of name: String, _ folding: NameFolding) -> [String] {
    Set([folding.key(name), ProjectName(name, folding: folding).key]).sorted()
  }

  public func resolve(_ name: String) -> Answer {
    let matches = find(name)
    guard let first = matches.first else { return .none }
    return matches.count == 1 ? .one(first) : .several(matches)
  }
}

extension ProjectName {
  fileprivate var allKeys: [String] {
    [key] + reducedKeys.sorted() + weaklyReducedKeys.sorted()
  }
}

extension ProjectCatalog: Packable {
  /// Each project as a row: a question about one need not read the others (`StoredProjects`).
  func pack(into writer: inout PackedWriter) {
    writer.write(folding, names)
    writer.write(rows: series)
    writer.write(places.indices.filter { places[$0] == nil })
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    folding = try reader.read()
    names = try reader.read()
    series = try reader.rows()
    placesOfIDs = Self.places(series)
    let others: [Int] = try reader.read()
    let records = series.map(\.records) + [others]
    let count = records.reduce(0) { $0 + $1.count }
    var isTold = Array(repeating: false, count: count)
    for record in records.joined() {
      try reader.require(isTold.indices.contains(record) && !isTold[record])
      isTold[record] = true
    }
    places = Self.places(series, recordCount: count)
    try reader.require(names.lastValue < max(1, series.count))
  }

  var recordCount: Int { places.count }
}
