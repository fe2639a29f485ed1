extension CivicType: Packable {}

extension CivicEntry: Packable {
  /// - Parameter bytes: as the index keeps it.
  /// - Throws: an error where they are none.
  package init(packed bytes: [UInt8]) throws {
    var packed = try PackedReader(bytes)
    self = try packed.read()
  }

  func pack(into writer: inout PackedWriter) { writer.write(type, record, organization) }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(
      type: try reader.read(), record: try reader.read(), organization: try reader.read())
  }
}

extension CivicEntry.OrganizationSummary: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(id, name, kind, spellings, years, activities, forms, departments)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(
      id: try reader.read(), name: try reader.read(), kind: try reader.read(),
      spellings: try reader.read(), years: try reader.read(), activities: try reader.read(),
      forms: try reader.read(), departments: try reader.read())
  }
}
