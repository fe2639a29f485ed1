/// A row of a made report as a document of its own, for indexes of any documents.
struct MadeDocument: Encodable {
  let id: String
  let city: String
  let year: Int
  let form: String
  let department: String
  let name: String
  let organizations: [String]
  let date: String
  let participants: Int
  /// What the project is for, and what people said.
  let body: String

  init(_ record: MadeRecord) {
    id = "\(record.file)/\(record.section)/\(record.number)"
    (city, year, form) = (record.city, record.fiscalYear, record.section)
    department = record.departments.first ?? ""
    name = record.name
    organizations = record.organizations.map(\.written)
    (date, participants) = (record.date, record.participants)
    body = record.purpose + record.echo
  }
}
