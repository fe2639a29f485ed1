package import HaskapDocuments
public import HaskapText

/// A record in short: enough to find it in its report, and to show it in a list.
public struct RecordReference: Sendable, Encodable {
  public var id: String?
  public var document: String
  public var file: String?
  public var sheet: String?
  public var page: Int?
  public var line: Int
  public var section: String?
  public var form: String?
  public var number: Int?
  public var name: String
  public var subItem: String?
  public var policy: String?
  public var pledge: Int?
  public var measure: Int?
  public var fiscalYear: Int?
  /// When it began first.
  public var date: PartialDate?
  public var departments: [String]
  public var participants: Int?
  /// True when a number that goes into `participants` is printed with 約.
  public var approximate: Bool?
  /// What the organization asked for was in it, and how it is spelled there.
  public var role: OrganizationEntity.Role?
  public var spelling: String?
  /// Whose report it is in, of several cities.
  public var city: String?

  public init(
    _ record: Record, role: OrganizationEntity.Role? = nil, spelling: String? = nil
  ) {
    id = record.id
    document = record.document
    (file, sheet, page) = (record.file, record.sheet, record.page)
    line = record.line
    section = record.section
    form = record.formLabel
    number = record.number
    name = record.name
    subItem = record.subItem
    policy = record.policy
    pledge = record.pledge
    measure = record.measure
    fiscalYear = record.fiscalYear
    date = record.occurrences.compactMap(\.start).first
    departments = record.departments
    participants = record.participants
    approximate = record.areParticipantsApproximate ? true : nil
    self.role = role
    self.spelling = spelling
  }

  public var title: String { [name, subItem].compactMap(\.self).joined(separator: " ") }
}

extension RecordReference: JSONMembers {
  package func addMembers(to object: inout JSONObject) {
    object.add("approximate", approximate)
    object.add("city", city)
    object.add("date", date?.description)
    object.add("departments", departments)
    object.add("document", document)
    object.add("file", file)
    object.add("fiscalYear", fiscalYear)
    object.add("form", form)
    object.add("id", id)
    object.add("line", line)
    object.add("measure", measure)
    object.add("name", name)
    object.add("number", number)
    object.add("page", page)
    object.add("participants", participants)
    object.add("pledge", pledge)
    object.add("policy", policy)
    object.add("role", role?.rawValue)
    object.add("section", section)
    object.add("sheet", sheet)
    object.add("spelling", spelling)
    object.add("subItem", subItem)
  }
}

extension RecordReference: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(id, document, file, sheet, page, line, section, form, number, name, subItem)
    writer.write(policy, pledge, measure, fiscalYear, date, departments, participants, approximate)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    (id, document, file) = (try reader.read(), try reader.read(), try reader.read())
    (sheet, page, line) = (try reader.read(), try reader.read(), try reader.read())
    (section, form, number) = (try reader.read(), try reader.read(), try reader.read())
    (name, subItem) = (try reader.read(), try reader.read())
    (policy, pledge, measure) = (try reader.read(), try reader.read(), try reader.read())
    (fiscalYear, date) = (try reader.read(), try reader.read())
    departments = try reader.read()
    (participants, approximate) = (try reader.read(), try reader.read())
  }
}
