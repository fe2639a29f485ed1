extension SegmentRecord {
  func encode(to record: inout RecordEncoder) {
    record.append(number)
    record.append(documentCount)
    record.append(deletedCount)
    record.append(files.entries.count)
    for (kind, file) in files.entries.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      record.append(UInt64(kind.rawValue))
      record.append(file.name)
      record.append(file.length)
      record.append(file.checksum)
    }
  }

  init(from record: inout RecordDecoder) throws(FormatError) {
    number = try SerialNumber.read(&record)
    documentCount = try record.integer()
    deletedCount = try record.integer()
    guard documentCount <= Int(UInt32.max), deletedCount <= documentCount else {
      throw record.error(
        "fewer than 2^32 documents", found: "\(documentCount), \(deletedCount) deleted")
    }
    files = [:]
    for _ in 0..<(try record.count()) {
      let kind = try record.unsigned()
      guard let kind = UInt32(exactly: kind).flatMap(FileKind.init(rawValue:)) else {
        throw record.error("a kind of file", found: "\(kind)")
      }
      let name = try record.text()
      // Which also keeps it inside the folder.
      guard SerialNumber.inName(name, of: [kind]) != nil else {
        throw record.error("a name such as '1.\(kind.suffix)'", found: "'\(name)'")
      }
      files[kind] = FileRecord(
        name: name, length: try record.integer(), checksum: try record.unsigned())
    }
  }
}
