import HaskapCivic
import HaskapDocuments
import HaskapText

/// What a page is about, for search machines (JSON-LD with the words of schema.org).
struct LinkedData: Encodable {
  enum Kind: String, Encodable {
    case dataset = "Dataset"
    case event = "Event"
    case organization = "Organization"
    case person = "Person"

    init(_ kind: Record.OrganizationMention.Kind) {
      self = kind == .person ? .person : .organization
    }
  }

  var context = "https://schema.org"
  var type: Kind
  var name: String
  var description: String?
  var alternateName: [String]?
  /// As exactly as the report tells: 2023-08.
  var startDate: String?
  var endDate: String?
  var organizer: [LinkedData]?
  /// Of what a report says.
  var inLanguage: String?

  private enum CodingKeys: String, CodingKey {
    case context = "@context"
    case type = "@type"
    case name, description, alternateName, startDate, endDate, organizer, inLanguage
  }

  init(_ type: Kind, name: String, description: String? = nil) {
    (self.type, self.name, self.description) = (type, name, description)
  }

  /// Nil for what has no date, and so is no event.
  init?(_ record: Record) {
    guard let first = record.occurrences.first(where: { $0.start != nil }) else { return nil }
    self.init(.event, name: record.title, description: record.purpose)
    startDate = first.start?.description
    endDate = first.end?.description
    inLanguage = "ja"
    let hosts = record.organizations.filter { $0.kind != .group && $0.role == .host }
    organizer = hosts.isEmpty ? nil : hosts.map { LinkedData(Kind($0.kind), name: $0.name) }
  }

  init(_ body: OrganizationAnswer.Body) {
    self.init(Kind(body.kind), name: body.name)
    let others = Set(body.spellings.map(\.text) + body.otherNames + body.formerNames)
    alternateName = others.subtracting([body.name]).sorted()
  }

  /// So that it can stand inside an element of a page: nothing in it looks like a tag.
  var embedded: String {
    get throws {
      ["<", ">", "&"].reduce(try JSONText.line(self)) { text, sign in
        let code = sign.unicodeScalars.first?.value ?? 0
        return text.replacing(sign, with: "\\u00" + String(code, radix: 16))
      }
    }
  }
}
