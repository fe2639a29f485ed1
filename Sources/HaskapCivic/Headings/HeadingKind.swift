/// What a column holds, as its heading says.
enum HeadingKind: String, Sendable {
  case name, place, area, host, partner, organization, department
  case date, start, end, participants, fiscalYear
  /// A year that is not the row's own: since when a project runs.
  case since
  /// A day on which something was granted, which is not when the project took place.
  case decided
  case purpose, effect, goal
  case classification = "class"
  case code, contact, person, money, count, remarks, evaluation
  case other

  var namesOrganizations: Bool {
    switch self {
    case .host, .partner, .organization: true
    default: false
    }
  }

  var role: Record.OrganizationMention.Role {
    switch self {
    case .host: .host
    case .partner: .partner
    default: .related
    }
  }
}
