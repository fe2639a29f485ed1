internal import Haskap
internal import HaskapText

/// A change of an index by the cities that it concerns: only their records are read and only what is
/// made of them is written, so that it takes the time of what is added.
struct CityChange {
  private let plan: IndexPlan
  private let index: CivicIndex
  private let stored: StoredEntities
  /// The paths of the reports that stay as they are.
  private let kept: Set<ExactString>
  private let cities: Set<String>

  /// Nil where all has to be made anew: half of the records are concerned, or names may mean
  /// something else.
  ///
  /// - Throws: errors of the index.
  init?(_ plan: IndexPlan) throws {
    let (update, earlier) = (plan.update, plan.update.earlier)
    guard let index = earlier.index, plan.aliases == earlier.kept.aliases,
      let stored = try index.storedEntities()
    else { return nil }
    let reports = update.reports
    let kept = Set(reports.filter { $0.records == nil }.map { ExactString($0.report.path) })
    let changed =
      earlier.reports.filter { !kept.contains(ExactString($0.path)) }
      + reports.filter { $0.records != nil }.map(\.report)
    let cities = Set(changed.flatMap(\.cities.keys))
    // Where there is one city, what says nothing of its city belongs to it.
    let named = [earlier.reports, reports.map(\.report)].map { reports in
      Set(reports.flatMap(\.cities.keys)).subtracting([""]).count
    }
    let records = reports.map(\.report).reduce(into: (concerned: 0, all: 0)) { sum, report in
      sum.all += report.records
      for (city, count) in report.cities where cities.contains(city) { sum.concerned += count }
    }
    guard named.allSatisfy({ $0 > 1 }), records.concerned * 2 <= records.all else { return nil }
    (self.plan, self.index, self.stored) = (plan, index, stored)
    (self.kept, self.cities) = (kept, cities)
  }

  /// - Returns: warnings; nil where nothing was written, because all has to be made anew.
  /// - Throws: errors of the index, which is untouched then.
  func write(_ progress: (CivicIndexBuilder.Step) throws -> Void) throws -> [String]? {
    let placed = try index.cityRecords(of: cities)
    let gone = placed.flatMap(\.placed).filter { !kept.contains(ExactString($0.report)) }
    let new = try plan.update.newRecords()
    guard try namesAreFree(new, gone: gone), let old = OldCities(placed, stored) else { return nil }
    let staying = placed.flatMap(\.placed).filter { kept.contains(ExactString($0.report)) }
    let drafts = try CityDraft.all(
      CityRecords.grouped(staying + new, onlyCity: nil), aliases: plan.allAliases)
    let table = table(drafts)
    let schema = try CivicSchema.schema(words: CityDraft.words(table))
    let recut = try RecutTexts(
      having: Set(schema.words).symmetricDifference(index.reader.schema.words), in: index)
    guard recut.records.count * 4 <= index.documentCount,
      let bodies = try changedBodies(old, drafts, recut)
    else { return nil }
    let writer = try makeWriter(schema)
    var sink = DocumentSink(writer, after: try checksum)
    try sink.delete(gone.flatMap(Self.keys) + bodies.gone.map(CivicEntry.organizationKey))
    for draft in drafts { try sink.add(documents(draft, old, recut), progress) }
    for id in recut.records.subtracting(placed.flatMap { $0.placed.compactMap(\.record.id) })
      .sorted()
    {
      try sink.add(index.documents(ofRecord: id), progress)
    }
    try sink.add(bodies.changed.map(CivicDocuments.document), progress)
    try writer.commit(payload: plan.payload(checksum: sink.checksum))
    let vanished = cities.subtracting(drafts.map(\.records.city)).sorted()
    return try plan.keepingEntities {
      try StoredEntities.replace(
        drafts.map(\.entities), without: vanished, table: table, of: $0)
    }
  }

  /// - Throws: `IndexLocked` also where another writer was faster.
  private func makeWriter(_ schema: Schema) throws -> IndexWriter {
    let writer = try IndexWriter(
      path: plan.path, changingWordsTo: schema, options: IndexPlan.options)
    guard try IndexReader.payload(path: plan.path) == index.reader.payload else {
      throw IndexLocked(path: plan.path)
    }
    return writer
  }

  /// Those of new records, and of others that name other bodies than before or are cut otherwise.
  private func documents(
    _ draft: CityDraft, _ old: OldCities, _ recut: RecutTexts
  ) -> [Document] {
    draft.documents(
      draft.records.placed.indices.filter { place in
        let placed = draft.records.placed[place]
        let id = placed.record.id ?? ""
        return !kept.contains(ExactString(placed.report)) || recut.records.contains(id)
          || old.bodies(ofRecord: id) != draft.bodiesOfRecords[place]
      })
  }

  private var checksum: UInt64 {
    get throws { UInt64(try index.payload().records, radix: 16) ?? Checksum64.empty }
  }

  /// Whether every new record can have its own name, and none that stays is to get another.
  private func namesAreFree(
    _ new: [CityRecords.Placed], gone: [CityRecords.Placed]
  ) throws -> Bool {
    let goneNames = Set(gone.compactMap(\.record.id))
    let newNames = new.map(\.name)
    guard Set(newNames).count == newNames.count else { return false }
    for name in goneNames.union(newNames) {
      if try index.holds(CityRecords.repeated(name, 2)) { return false }
      if try !goneNames.contains(name) && index.holds(name) { return false }
    }
    return true
  }

  private static func keys(_ placed: CityRecords.Placed) -> [String] {
    [placed.name] + CivicDocuments.activityKeys(placed)
  }

  /// All cities after the change.
  private func table(_ drafts: [CityDraft]) -> [CityTable.City] {
    let others = stored.table.cities.filter { !cities.contains($0.name) }
    return (others + drafts.map(\.entities.city)).sorted { $0.name < $1.name }
  }

  /// The organizations of which the reports of these cities tell something else than before, and those
  /// whose texts are cut otherwise; nil where what is stored of other cities cannot be read.
  private func changedBodies(
    _ before: OldCities, _ drafts: [CityDraft], _ recut: RecutTexts
  ) throws -> (changed: [CityBody], gone: [String])? {
    let new = Dictionary(uniqueKeysWithValues: drafts.map { ($0.records.city, $0.bodies) })
    let concerned = cities.sorted().flatMap { city in
      let (old, new) = (before.bodies(of: city), new[city] ?? [])
      let known = Dictionary(uniqueKeysWithValues: old.map { ($0.id, $0) })
      let there = Set(new.map(\.id))
      return new.filter { known[$0.id] != $0 }.map(\.id)
        + old.map(\.id).filter { !there.contains($0) }
    }
    let ids = (concerned + recut.bodies.sorted()).uniqued
    let others = try stored.cities(with: ids, in: StoredEntities.Field.id, of: .bodies)
      .subtracting(cities)
    var all = new
    for city in others {
      guard let bodies = stored.read(.bodies, [CityBody].self, of: city) else { return nil }
      all[city] = bodies
    }
    let parts = Dictionary(grouping: all.sorted { $0.key < $1.key }.flatMap(\.value), by: \.id)
    return (
      ids.compactMap { CityBody.joined(parts[$0] ?? []) }, ids.filter { parts[$0] == nil }
    )
  }
}
