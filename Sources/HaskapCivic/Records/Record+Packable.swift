extension Record: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(id, file, document, layout, municipality, line, page, sheet, section)
    writer.write(fiscalYear, period, number, name, departments, implementation, organizations)
    writer.write(occurrences, totalParticipants, cancelled, purpose, effect, remarks)
    writer.write(base, service, subItem, goal, results)
    writer.write(policy, policyTitle, pledge, pledgeTitle, measure, stars, progress, bullets)
    writer.write(rest, text, notes, forms)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    let (id, file): (String?, String?) = (try reader.read(), try reader.read())
    let (document, layout): (String, Layout) = (try reader.read(), try reader.read())
    let (municipality, line): (String?, Int) = (try reader.read(), try reader.read())
    let (page, sheet): (Int?, String?) = (try reader.read(), try reader.read())
    let (section, year): (String?, Int?) = (try reader.read(), try reader.read())
    let (period, number): (Period?, Int?) = (try reader.read(), try reader.read())
    self.init(document: document, layout: layout, line: line, name: try reader.read())
    (self.id, self.file, self.municipality) = (id, file, municipality)
    (self.page, self.sheet, self.section) = (page, sheet, section)
    (fiscalYear, self.period, self.number) = (year, period, number)
    (departments, implementation) = (try reader.read(), try reader.read())
    (organizations, occurrences) = (try reader.read(), try reader.read())
    (totalParticipants, cancelled) = (try reader.read(), try reader.read())
    (purpose, effect, remarks) = (try reader.read(), try reader.read(), try reader.read())
    (base, service) = (try reader.read(), try reader.read())
    (subItem, goal, results) = (try reader.read(), try reader.read(), try reader.read())
    (policy, policyTitle, pledge) = (try reader.read(), try reader.read(), try reader.read())
    (pledgeTitle, measure, stars) = (try reader.read(), try reader.read(), try reader.read())
    (progress, bullets) = (try reader.read(), try reader.read())
    (rest, text, notes) = (try reader.read(), try reader.read(), try reader.read())
    forms = try reader.read()
  }
}

extension Record.Layout: Packable {}
extension Record.OrganizationMention.Role: Packable {}
extension Record.Note.Kind: Packable {}

extension Record.Implementation: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(kind, since, isApproximate) }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(
      kind: try reader.read(), since: try reader.read(), isApproximate: try reader.read())
  }
}

extension Record.Period: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(start, end) }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(start: try reader.read(), end: try reader.read())
  }
}

extension Record.OrganizationMention: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(name, kind, role, count, others, formerName)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(
      name: try reader.read(), kind: try reader.read(), role: try reader.read(),
      count: try reader.read())
    (others, formerName) = (try reader.read(), try reader.read())
  }
}

extension Record.Result: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(label, value, unit, fiscalYear) }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(
      label: try reader.read(), value: try reader.read(), unit: try reader.read(),
      fiscalYear: try reader.read())
  }
}

extension Record.Note: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(kind, field, printed, reason) }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(
      kind: try reader.read(), field: try reader.read(), printed: try reader.read(),
      reason: try reader.read())
  }
}
