/// An organization, a descriptive group or a person, with every place that names it.
public struct OrganizationEntity: Sendable, Identifiable {
  public typealias Kind = Record.OrganizationMention.Kind

  /// The folded core name: stable from report to report and from run to run.
  public var id: String
  public var kind: Kind
  /// The fullest name: the commonest spelling of the core, its legal form in full.
  public var name: String
  /// Every spelling met in a list of organizations, with how often.
  public var spellings: [Spelling] = []
  /// Abbreviations and other names, of the alias file and of brackets: R.Y.H (Rise Your Hands).
  public var otherNames: [String] = []
  /// Earlier names, of the alias file and of cells such as （前名称：…）.
  public var formerNames: [String] = []
  /// In the order of the records; one for a record.
  public var mentions: [Mention] = []
  /// The body this is a branch, committee or center of.
  public var parent: String?
  public var children: [String] = []

  public struct Spelling: Hashable, Sendable {
    public var text: String
    public var count: Int
  }

  public enum Role: String, Sendable, Codable {
    case related, host, partner
    /// Named in a project's name or in prose, not in its list of organizations.
    case mentioned
  }

  public struct Mention: Hashable, Sendable {
    /// The record's index in the array the registry was built from.
    public var record: Int
    public var role: Role
    /// As printed there; for a mention in prose, the name that was recognized.
    public var spelling: String
  }

  /// What the records list, without the mentions in names and prose.
  public var listed: [Mention] { mentions.filter { $0.role != .mentioned } }
}
