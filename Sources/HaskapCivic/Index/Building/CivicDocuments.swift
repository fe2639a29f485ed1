internal import Haskap

/// Turns records and bodies into the documents of the index.
enum CivicDocuments {
  /// A project followed by its activities.
  ///
  /// - Parameter bodies: the ids of those that the record names.
  static func documents(of placed: CityRecords.Placed, bodies: [String]) -> [Document] {
    let most = placed.record.activityCount
    let citations = placed.record.activityCitations
    return [project(placed, bodies)]
      + (0..<most).map { activity(placed, bodies, $0, called: citations[$0]) }
  }

  /// What the activities of a record are called.
  static func activityKeys(_ placed: CityRecords.Placed) -> [String] {
    placed.record.activityCitations.map { activityKey(placed.name, $0) }
  }

  private static func activityKey(_ project: String, _ citation: String) -> String {
    "\(project)#\(citation)"
  }

  static func projectKey(ofActivity key: String) -> String {
    key.lastIndex(of: "#").map { String(key[..<$0]) } ?? key
  }

  private static func project(_ placed: CityRecords.Placed, _ bodies: [String]) -> Document {
    let record = placed.record
    var document = base(CivicEntry(type: record.isProject ? .project : .paragraph, record: record))
    document.append(record.name, to: CivicSchema.name)
    // As lists of projects call it, too.
    let names = [record.name, ProjectName.withoutEdition(record.name)]
    append(names.compactMap(CivicSchema.title).uniqued, to: CivicSchema.title, of: &document)
    append(record.organizations.map(\.name), to: CivicSchema.organizations, of: &document)
    append(record.prose, to: CivicSchema.prose, of: &document)
    append(record.figureTexts, to: CivicSchema.figures, of: &document)
    append(record.rest, to: CivicSchema.rest, of: &document)
    append(record.number.map { [String($0)] } ?? [], to: CivicSchema.rest, of: &document)
    append(bodies, to: CivicSchema.organization, of: &document)
    locate(placed, record, in: &document)
    return document
  }

  /// An activity is found by its own label; its project's name counts as prose.
  private static func activity(
    _ placed: CityRecords.Placed, _ bodies: [String], _ place: Int, called citation: String
  ) -> Document {
    let record = placed.record
    var own = record.repeatedByActivities
    let occurrence = record.occurrences[place]
    own.occurrences = [occurrence]
    own.id = record.id.map { activityKey($0, citation) }
    var document = base(CivicEntry(type: .activity, record: own))
    append([occurrence.label].compactMap(\.self), to: CivicSchema.name, of: &document)
    append([record.name], to: CivicSchema.prose, of: &document)
    append(occurrence.figureTexts, to: CivicSchema.figures, of: &document)
    append(record.organizations.map(\.name), to: CivicSchema.organizations, of: &document)
    append(bodies, to: CivicSchema.organization, of: &document)
    locate(placed, own, in: &document)
    return document
  }

  static func document(of body: CityBody) -> Document {
    let summary = CivicEntry.OrganizationSummary(
      id: body.id, name: body.name, kind: body.kind, spellings: body.spellings.map(\.text),
      years: body.years, activities: body.activities, forms: body.forms,
      departments: body.departments)
    var document = base(CivicEntry(type: .organization, organization: summary))
    append(summary.spellings, to: CivicSchema.name, of: &document)
    // As it is shown, though no report spells it so.
    for name in ([body.name] + body.otherNames).uniqued where !summary.spellings.contains(name) {
      let isPrinted = summary.spellings.contains { $0.contains(name) }
      document.append(name, to: isPrinted ? CivicSchema.name : CivicSchema.aliases)
    }
    append(
      ([body.name] + summary.spellings).compactMap(CivicSchema.title).uniqued,
      to: CivicSchema.title, of: &document)
    append(summary.activities, to: CivicSchema.prose, of: &document)
    append([body.id], to: CivicSchema.organization, of: &document)
    for time in body.times { document.append(time, to: CivicSchema.time) }
    return document
  }

  /// Where the record stands, and when it was.
  private static func locate(
    _ placed: CityRecords.Placed, _ record: Record, in document: inout Document
  ) {
    document.append(CityKeyword.keyword(record.municipality ?? ""), to: CivicSchema.city)
    document.append(placed.report, to: CivicSchema.report)
    document.append(placed.place, to: CivicSchema.place)
    for time in RecordTime.all(of: record).uniqued {
      document.append(time.number, to: CivicSchema.time)
    }
  }

  private static func base(_ entry: CivicEntry) -> Document {
    var document: Document = [:]
    document.append(entry.id, to: CivicSchema.key)
    document.append(entry.type.rawValue, to: CivicSchema.type)
    append([entry.name].filter(NameLength.fits), to: CivicSchema.label, of: &document)
    append(entry.fiscalYears.map(String.init), to: CivicSchema.year, of: &document)
    append(entry.forms.filter(NameLength.fits), to: CivicSchema.form, of: &document)
    let departments = entry.departments.filter(NameLength.fits)
    append(departments, to: CivicSchema.department, of: &document)
    append(entry.departments, to: CivicSchema.departments, of: &document)
    document.append(.bytes(PackedWriter.bytes(of: entry)), to: CivicSchema.stored)
    return document
  }

  private static func append(_ texts: [String], to field: String, of document: inout Document) {
    for text in texts { document.append(text, to: field) }
  }
}
