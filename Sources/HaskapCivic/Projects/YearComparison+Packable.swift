extension YearComparison: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(form, earlier, later, continued, renamed, moved, resumed, older, new, left, paused)
    writer.write(notDue, ended, perhapsRenamed, calledOff, calledSingle)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(form: try reader.read(), earlier: try reader.read(), later: try reader.read())
    continued = try reader.read()
    renamed = try reader.read()
    moved = try reader.read()
    resumed = try reader.read()
    older = try reader.read()
    new = try reader.read()
    left = try reader.read()
    (paused, notDue) = (try reader.read(), try reader.read())
    ended = try reader.read()
    perhapsRenamed = try reader.read()
    (calledOff, calledSingle) = (try reader.read(), try reader.read())
  }
}

extension YearComparison.Renaming: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(series, from, to) }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(series: try reader.read(), from: try reader.read(), to: try reader.read())
  }
}

extension YearComparison.Guess: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(from, to) }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(from: try reader.read(), to: try reader.read())
  }
}

extension YearSummary: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(fiscalYear, total, byForm) }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(fiscalYear: try reader.read(), total: try reader.read(), byForm: try reader.read())
  }
}

extension YearSummary.OfForm: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(form, counts) }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(form: try reader.read(), counts: try reader.read())
  }
}

extension YearSummary.Counts: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(
      rows, projects, activities, cancelled, paused, organizations, participants, isApproximate)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(
      rows: try reader.read(), projects: try reader.read(), activities: try reader.read(),
      cancelled: try reader.read(), paused: try reader.read(),
      organizations: try reader.read(), participants: try reader.read(),
      isApproximate: try reader.read())
  }
}
