internal import CLibrary

/// How the manifest is written and read.
extension Manifest {
  /// Writes the manifest under another name, forces it to the disk and renames it into place.
  /// All files that it names must be on the disk already.
  func commit(to directory: IndexDirectory) throws(StorageError) {
    if directory.isOwn(Self.temporaryName) { try directory.remove(Self.temporaryName) }
    let file = try FileWriter(directory, name: Self.temporaryName, kind: .manifest, segment: 0)
    var record = RecordEncoder()
    encode(to: &record)
    try file.append(record.bytes)
    _ = try file.finish()
    try directory.synchronize(Self.temporaryName)
    try directory.rename(Self.temporaryName, to: Self.name)
    try directory.synchronizeFolder(nil, .confirm)
  }

  /// The last commit of an index; nil when there is none, which only the system's word that there
  /// is no manifest tells.
  static func last(_ directory: IndexDirectory) throws -> Manifest? {
    do {
      return try Manifest(directory)
    } catch let error as StorageError
      where error.operation == .open && [ENOENT, ENOTDIR].contains(error.code)
    {
      return nil
    }
  }

  /// That another segment or commit can be counted.
  static func check(_ number: UInt64, _ what: String) throws(FormatError) {
    guard number < SerialNumber.limit else {
      throw FormatError(
        file: name, offset: FileLayout.headerLength,
        expected: "a number of the next \(what) below \(SerialNumber.limit)", found: "\(number)")
    }
  }

  init(_ directory: IndexDirectory) throws {
    let file = try MappedFile(
      directory, name: Self.name, kind: .manifest, segment: 0, record: nil)
    var record = RecordDecoder(
      try file.verified(file.body), file: file.name, at: file.body.lowerBound)
    try self.init(from: &record)
  }

  private func encode(to record: inout RecordEncoder) {
    record.append(generation)
    record.append(nextSegment)
    schema.encode(to: &record)
    record.append(fingerprints.entries.count)
    for (analyzer, fingerprint) in fingerprints.entries.sorted(by: { $0.key < $1.key }) {
      record.append(analyzer)
      record.append(fingerprint)
    }
    record.append(payload)
    record.append(segments.count)
    for segment in segments { segment.encode(to: &record) }
  }

  private init(from record: inout RecordDecoder) throws(FormatError) {
    generation = try SerialNumber.read(&record)
    nextSegment = try SerialNumber.read(&record)
    schema = try Schema(from: &record)
    for _ in 0..<(try record.count()) {
      let analyzer = try record.text()
      fingerprints[analyzer] = try record.text()
    }
    payload = try record.string()
    for _ in 0..<(try record.count()) {
      segments.append(try SegmentRecord(from: &record))
    }
  }
}
