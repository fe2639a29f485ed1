public import HaskapText

/// One row of a city's report: a project, a line of a progress report, or a measure of a pledge.
///
/// What the source does not say is nil or empty; nothing is guessed without an entry in `notes`.
public struct Record: Sendable, Equatable, Codable {
  /// A name to cite: the same whenever the report is read again, and when other lines of it change.
  public var id: String?
  /// The path of the file that was read.
  public var file: String?
  /// The file's name without its extension.
  public var document: String
  /// The layout that the reader recognized.
  public var layout: Layout
  /// The city, town or village that the report is of.
  public var municipality: String?
  /// The first line of the file that this record comes from, counted from 1.
  public var line: Int
  /// The page of a PDF, counted from 1.
  public var page: Int?
  /// The name of a workbook's sheet, whose row `line` is.
  public var sheet: String?
  /// As printed, with its number: `① 共催`, `④ 後援 苫小牧市名義`.
  public var section: String?
  /// How the city took part, as the row or a line above prints it: 共催, 補助.
  public var forms: [String] = []
  public var fiscalYear: Int?
  /// The time that the report covers, where that is more than one fiscal year.
  public var period: Period?
  public var number: Int?
  public var name: String
  public var departments: [String] = []
  public var implementation: Implementation?
  public var organizations: [OrganizationMention] = []
  public var occurrences: [Occurrence] = []
  /// A total the source prints (延べ), or the sum of what it prints per date.
  public var totalParticipants: Int?
  /// True when the whole project was called off.
  public var cancelled: Bool?
  public var purpose: String?
  public var effect: String?
  /// What the cells say beside the fields: `15地区で開催`, `※勇払自治会`, cells of unknown columns.
  public var remarks: [String] = []

  // The council's progress report.
  public var base: String?
  public var service: String?
  public var subItem: String?
  public var goal: String?
  public var results: [Result] = []

  // The mayor's pledges.
  public var policy: String?
  public var policyTitle: String?
  public var pledge: Int?
  public var pledgeTitle: String?
  public var measure: Int?
  /// Stars out of ten.
  public var stars: Int?
  /// Per cent.
  public var progress: Int?
  public var bullets: [String] = []

  /// What the row prints beside the fields: cells of columns that no field takes, each below its
  /// heading, cells that fields do not hold as printed, titles, groups and notes.
  public var rest: [String] = []
  /// Plain text, of a paragraph of no known layout.
  public var text: String?
  /// What an editor should look at: values that cannot be, corrections, and what was inferred.
  public var notes: [Note] = []

  public init(document: String, layout: Layout, line: Int, name: String) {
    self.document = document
    self.layout = layout
    self.line = line
    self.name = name
  }
}

extension Record {
  public enum Layout: String, Sendable, Codable {
    case collaboration, council, pledges, table, paragraphs
  }

  /// What is read as a paragraph is found, but is no project.
  var isProject: Bool { layout != .paragraphs }

  /// 実施区分: how often a project is held.
  public struct Implementation: Sendable, Equatable, Codable {
    public enum Kind: String, Sendable, Codable {
      case annual
      case singleYear = "single_year"
      case biennial, other, none
    }
    public var kind: Kind
    /// The Western year since which it has been held.
    public var since: Int?
    /// True when that year is printed with 頃.
    public var isApproximate: Bool?

    public init(kind: Kind, since: Int? = nil, isApproximate: Bool? = nil) {
      self.kind = kind
      self.since = since
      self.isApproximate = isApproximate
    }
  }

  /// An organization as a cell names it.
  public struct OrganizationMention: Sendable, Equatable, Codable {
    public enum Kind: String, Sendable, Codable {
      case named, group, person
    }
    public enum Role: String, Sendable, Codable {
      case related, host, partner
    }
    public var name: String
    public var kind: Kind
    public var role: Role
    /// How many a descriptive group counts: 80 of `80町内会`, 18 of `外18団体`.
    public var count: Int?
    /// True where `等` or `ほか` follows: more took part than are named.
    public var others: Bool?
    /// The name before a renaming, where the cell tells it: `（前名称：…）`.
    public var formerName: String?

    public init(name: String, kind: Kind = .named, role: Role = .related, count: Int? = nil) {
      self.name = name
      self.kind = kind
      self.role = role
      self.count = count
    }
  }

  /// A stretch of time, both ends included.
  public struct Period: Sendable, Equatable, Codable {
    public var start: PartialDate
    public var end: PartialDate

    public init(start: PartialDate, end: PartialDate) {
      self.start = start
      self.end = end
    }
  }

  /// One dated (or undated) holding of a project.
  public struct Occurrence: Sendable, Equatable, Codable {
    public var start: PartialDate?
    public var end: PartialDate?
    public var participants: Int?
    /// 人, 名, 団体, 組, 件 …
    public var unit: String?
    /// What the cell calls this holding: `動画視聴`, `庭木の剪定`, `書面開催`.
    public var label: String?
    /// 約
    public var approximate: Bool?
    public var cancelled: Bool?

    public init(start: PartialDate? = nil, end: PartialDate? = nil) {
      self.start = start
      self.end = end
    }
  }

  /// A figure of a progress report.
  public struct Result: Sendable, Equatable, Codable {
    public var label: String
    public var value: Double?
    public var unit: String?
    public var fiscalYear: Int?

    public init(label: String, value: Double?, unit: String?, fiscalYear: Int?) {
      self.label = label
      self.value = value
      self.unit = unit
      self.fiscalYear = fiscalYear
    }
  }

  /// Something about a field that a careful reader would want to know.
  public struct Note: Sendable, Equatable, Codable {
    public enum Kind: String, Sendable, Codable {
      case suspect, corrected, inferred
    }
    public var kind: Kind
    public var field: String
    public var printed: String?
    public var reason: String

    public init(kind: Kind, field: String, printed: String? = nil, reason: String) {
      self.kind = kind
      self.field = field
      self.printed = printed
      self.reason = reason
    }
  }

  /// Whether something that it prints cannot be, or cannot be read for certain.
  var isSuspect: Bool { notes.contains { $0.kind == .suspect } }
}
