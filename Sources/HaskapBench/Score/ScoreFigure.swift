internal import HaskapCivic
internal import HaskapText

/// What is compared of the rows of reports.
public enum ScoreFigure: String, CaseIterable, Sendable, Encodable, CodingKeyRepresentable {
  case rows, names, departments, dates, participants, years, purposes, bodies
  /// Pairs of mentions of one body.
  case whoIsWho
  /// Pairs of holdings of one project.
  case projects

  /// As tables call it.
  public var title: String {
    switch self {
    case .whoIsWho: "who is who (pairs)"
    case .projects: "projects (pairs)"
    default: rawValue
    }
  }

  /// Those that a row has by itself.
  static let ofRows = allCases.filter { $0 != .whoIsWho && $0 != .projects }

  func items(of row: MadeRecord) -> [String] {
    switch self {
    case .rows: [row.mark]
    case .names: [row.name]
    case .departments: row.departments
    case .dates: [row.date]
    case .participants: [String(row.participants)]
    case .years: [String(row.fiscalYear)]
    case .purposes: [row.purpose]
    case .bodies: row.organizations.map(\.written)
    case .whoIsWho, .projects: []
    }
  }

  func items(of record: Record) -> [String] {
    switch self {
    case .rows: [record.mark]
    case .names: [record.name]
    case .departments: record.departments
    case .dates: record.occurrences.prefix(1).compactMap { $0.start?.description }
    case .participants: record.totalParticipants.map { [String($0)] } ?? []
    case .years: record.fiscalYear.map { [String($0)] } ?? []
    case .purposes: record.purpose.map { [$0] } ?? []
    case .bodies: record.organizations.map(\.name)
    case .whoIsWho, .projects: []
    }
  }
}

extension MadeRecord {
  /// By what a row is known in its report.
  var mark: String { "\(number) \(name)" }
}

extension Record {
  var mark: String { "\(number ?? 0) \(name)" }
}
