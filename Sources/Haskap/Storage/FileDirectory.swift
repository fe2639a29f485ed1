/// A file of several sections ends with a directory that says where they are: a record, padding
/// to eight bytes, and the offset of the record.
extension FileWriter {
  func append(directory record: RecordEncoder) throws(StorageError) {
    let start = offset
    try append(record.bytes)
    try align(to: 8)
    try append(UInt64(start))
  }
}

extension MappedFile {
  func directory() throws(FormatError) -> RecordDecoder {
    let place = body.upperBound - 8
    let start = try verified(place..<body.upperBound).load(as: UInt64.self)
    guard let start = Int(exactly: UInt64(littleEndian: start)), body.contains(start), start < place
    else {
      throw FormatError(
        file: name, offset: place, expected: "the offset of the file's directory",
        found: "\(UInt64(littleEndian: start))")
    }
    return RecordDecoder(try verified(start..<place), file: name, at: start)
  }
}
