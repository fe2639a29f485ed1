/// A record that is kept once, in however many lists it stands: it takes some 600 bytes.
final class SharedRecord: Sendable {
  let value: Record

  init(_ value: Record) { self.value = value }
}

/// Records by number, as who is who and the projects count them.
struct RecordList: RandomAccessCollection, Sendable {
  private let records: [SharedRecord]

  init(_ records: [SharedRecord]) { self.records = records }

  init(_ records: [Record]) { self.records = records.map(SharedRecord.init) }

  var startIndex: Int { 0 }
  var endIndex: Int { records.count }

  subscript(number: Int) -> Record {
    _read { yield records[number].value }
  }
}
