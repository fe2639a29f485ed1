extension ProjectSeries: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(id, title, names, years) }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(
      id: try reader.read(), title: try reader.read(), names: try reader.read(),
      years: try reader.read())
  }
}

extension ProjectSeries.Year: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(
      fiscalYear, holdings, participants, isApproximate, change, departments, partners, sections,
      renamedFrom)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(
      fiscalYear: try reader.read(), holdings: try reader.read(),
      participants: try reader.read(), isApproximate: try reader.read(),
      change: try reader.read(), departments: try reader.read(), partners: try reader.read(),
      sections: try reader.read(), renamedFrom: try reader.read())
  }
}

extension ProjectSeries.Holding: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(
      name, records, sections, occurrences, participants, isApproximate, isCancelled)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(
      name: try reader.read(), records: try reader.read(), sections: try reader.read(),
      occurrences: try reader.read(), participants: try reader.read(),
      isApproximate: try reader.read(), isCancelled: try reader.read())
  }
}

extension ProjectSeries.Change: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(since, absolute, percent) }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(
      since: try reader.read(), absolute: try reader.read(), percent: try reader.read())
  }
}

extension Record.Occurrence: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(start, end, participants, unit, label, approximate, cancelled)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(start: try reader.read(), end: try reader.read())
    participants = try reader.read()
    unit = try reader.read()
    label = try reader.read()
    approximate = try reader.read()
    cancelled = try reader.read()
  }
}
