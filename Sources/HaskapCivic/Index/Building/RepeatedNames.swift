internal import Haskap

/// The names of records whose own names others have had before them: two files may be called alike.
struct RepeatedNames: Sendable {
  /// By report, and the record's place in it.
  private var names: [ExactString: [Int: String]] = [:]

  /// - Parameter blocks: of all reports, in the order of these.
  /// - Throws: `StorageError`.
  init(_ blocks: [RecordBlock], in file: SpillFile) throws {
    var known = Set<Int>(minimumCapacity: blocks.reduce(0) { $0 + $1.names.count })
    let repeated = Set(blocks.lazy.flatMap(\.names).filter { !known.insert($0).inserted })
    known = []
    var counts: [String: Int] = [:]
    for block in blocks where block.names.contains(where: repeated.contains) {
      for placed in try block.records(in: file) {
        counts[placed.name, default: 0] += 1
        guard let count = counts[placed.name], count > 1 else { continue }
        names[ExactString(block.report), default: [:]][placed.place] =
          CityRecords.repeated(placed.name, count)
      }
    }
  }

  /// The records of a block, with names of their own each.
  ///
  /// - Throws: `StorageError`.
  func records(of block: RecordBlock, in file: SpillFile) throws -> [CityRecords.Placed] {
    let records = try block.records(in: file)
    guard let own = names[ExactString(block.report)] else { return records }
    return records.map { placed in
      var placed = placed
      if let name = own[placed.place] { placed.record.id = name }
      return placed
    }
  }
}
