extension DepartmentEntity: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(id, name, owner, spellings, records) }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(id: try reader.read(), name: try reader.read(), owner: try reader.read())
    spellings = try reader.read()
    records = try reader.read()
  }
}
