extension Record.OrganizationMention.Kind: Packable {}
extension OrganizationEntity.Role: Packable {}

extension OrganizationEntity.Spelling: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(text, count) }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(text: try reader.read(), count: try reader.read())
  }
}

extension OrganizationEntity.Mention: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(record, role, spelling) }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(
      record: try reader.read(), role: try reader.read(), spelling: try reader.read())
  }
}

extension OrganizationEntity: Packable {
  /// Who its children are is told by them.
  func pack(into writer: inout PackedWriter) {
    writer.write(id, kind, name, spellings, otherNames, formerNames, mentions, parent)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(id: try reader.read(), kind: try reader.read(), name: try reader.read())
    spellings = try reader.read()
    otherNames = try reader.read()
    formerNames = try reader.read()
    mentions = try reader.read()
    parent = try reader.read()
  }
}
