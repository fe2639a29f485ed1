import HaskapCivic
import HaskapText

/// A whole record, written by hand from reading a report.
func golden(
  _ line: Int, _ section: String, _ number: Int, _ name: String, _ department: String,
  _ implementation: Record.Implementation? = nil, _ organizations: [Record.OrganizationMention],
  _ occurrences: [Record.Occurrence] = [], total: Int? = nil, purpose: String? = nil,
  effect: String? = nil, remarks: [String] = [], notes: [Record.Note] = []
) -> Record {
  var record = Record(document: "report", layout: .collaboration, line: line, name: name)
  record.section = section
  record.number = number
  record.departments = [department]
  record.implementation = implementation
  record.organizations = organizations
  record.occurrences = occurrences
  record.totalParticipants = total
  record.purpose = purpose
  record.effect = effect
  record.remarks = remarks
  record.notes = notes
  return record
}

func annual(_ since: Int? = nil) -> Record.Implementation { .init(kind: .annual, since: since) }
/// Since about a year: 昭和47年頃から.
func annual(around since: Int) -> Record.Implementation {
  .init(kind: .annual, since: since, isApproximate: true)
}
let singleYear = Record.Implementation(kind: .singleYear)
let biennial = Record.Implementation(kind: .biennial)

func named(_ names: String...) -> [Record.OrganizationMention] { names.map { .init(name: $0) } }

func hosts(_ names: String...) -> [Record.OrganizationMention] {
  names.map { .init(name: $0, role: .host) }
}

func group(_ name: String, _ count: Int? = nil, others: Bool? = nil) -> Record.OrganizationMention {
  var mention = Record.OrganizationMention(name: name, kind: .group, count: count)
  mention.others = others
  return mention
}

/// An occurrence; `approximate` is 約.
func held(
  _ start: String?, _ end: String? = nil, _ participants: Int? = nil, _ unit: String? = "人",
  approximate: Bool? = nil, label: String? = nil, cancelled: Bool? = nil
) -> Record.Occurrence {
  var occurrence = Record.Occurrence(
    start: start.flatMap { PartialDate($0) }, end: end.flatMap { PartialDate($0) })
  occurrence.participants = participants
  occurrence.unit = participants == nil ? nil : unit
  occurrence.label = label
  occurrence.approximate = approximate
  occurrence.cancelled = cancelled
  return occurrence
}

func called(_ label: String) -> Record.Occurrence { held(nil, label: label, cancelled: true) }
