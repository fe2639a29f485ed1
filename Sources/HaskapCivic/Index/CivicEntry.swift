internal import HaskapText

/// What the index keeps of a document so that it can be shown without the reports.
public struct CivicEntry: Sendable, Codable, Equatable {
  public var type: CivicType
  /// The project; for an activity, the project it belongs to, with that one occurrence and
  /// without the prose.
  public var record: Record?
  public var organization: OrganizationSummary?

  /// An organization in short.
  public struct OrganizationSummary: Sendable, Codable, Equatable {
    public var id: String
    public var name: String
    public var kind: Record.OrganizationMention.Kind
    /// Every spelling met, the commonest first.
    public var spellings: [String]
    /// Fiscal years, ascending.
    public var years: [Int]
    /// The projects it took part in, in the order of the reports.
    public var activities: [String]
    public var forms: [String]
    public var departments: [String]
  }
}

extension CivicEntry {
  /// By which it can be cited, and shown: `kyodo-2023/花火大会-7k2f`, its activity of a day
  /// `kyodo-2023/花火大会-7k2f#2023-08-05`, `organization:清流の会`.
  public var id: String {
    record?.id ?? Self.organizationKey(organization?.id ?? "")
  }

  /// By which the document of an organization is known.
  static func organizationKey(_ id: String) -> String { "organization:\(id)" }

  /// What the answer is called.
  public var name: String {
    switch type {
    case .project, .paragraph: record?.title ?? ""
    case .organization: organization?.name ?? ""
    case .activity:
      [record?.title, record?.occurrences.first?.label].compactMap(\.self).joined(separator: " – ")
    }
  }

  public var fiscalYears: [Int] {
    record?.fiscalYears ?? organization?.years ?? []
  }

  public var forms: [String] {
    record?.formLabels ?? organization?.forms ?? []
  }

  public var departments: [String] { record?.departments ?? organization?.departments ?? [] }
}

extension Record {
  /// The fiscal years that the record tells of: of a report over several years, all of them.
  var fiscalYears: [Int] {
    guard let first = period?.start.fiscalYear, let last = period?.end.fiscalYear, first <= last
    else { return fiscalYear.map { [$0] } ?? [] }
    return Array(first...last)
  }

  /// The name, with the sub-item that tells rows of one name apart.
  public var title: String { subItem.map { "\(name) \($0)" } ?? name }

  /// Everything a reader might look for in the record besides names, organizations and
  /// departments; a paragraph each.
  var prose: [String] {
    var prose = [
      subItem, base, service, goal, policyTitle, pledgeTitle, purpose, effect, text,
    ].compactMap(\.self)
    prose += bullets
    prose += remarks
    prose += occurrences.lazy.compactMap(\.label)
    prose += results.lazy.map(\.label)
    return prose
  }
}
