/// How much each fiscal year's reports hold, and what they gained and lost.
public struct YearsAnswer: Sendable, Encodable {
  public var years: [Year]

  public struct Year: Sendable, Encodable {
    public var fiscalYear: Int?
    public var total: Counts
    public var forms: [Form]
    /// By form, against the last report before that has it.
    public var changes: [Change]
  }

  public struct Form: Sendable, Encodable {
    public var form: String
    public var counts: Counts
  }

  public struct Counts: Sendable, Encodable {
    public var rows: Int
    public var projects: Int
    public var activities: Int
    /// Those that were called off, and those that were not held for a time: 休止, 休会, 中止（休止中）.
    public var cancelled: Int
    public var paused: Int
    public var organizations: Int
    /// Nil where nothing tells.
    public var participants: Int?
    /// True when a number that goes into `participants` is printed with 約.
    public var approximate: Bool?

    init(_ counts: YearSummary.Counts) {
      rows = counts.rows
      projects = counts.projects
      activities = counts.activities
      (cancelled, paused) = (counts.cancelled, counts.paused)
      organizations = counts.organizations
      participants = counts.participants
      approximate = counts.isApproximate ? true : nil
    }
  }

  /// What a form's list gained and lost; projects by their titles.
  public struct Change: Sendable, Encodable {
    public var form: String
    /// The fiscal year compared with.
    public var comparedWith: Int
    public var continued: [String]
    /// Listed under other forms before.
    public var moved: [String]
    /// Listed before, and nothing of it held in this year, whether called off or paused.
    public var calledOff: [String]
    /// Not in the report compared with, but in older ones.
    public var resumed: [String]
    /// In no earlier report, but held for longer by what the report says.
    public var older: [String]
    public var new: [String]
    /// Listed under other forms now.
    public var left: [String]
    /// Not in this report, and held every other year by what the last says.
    public var notDue: [String]
    /// Not in this report, but in later ones.
    public var paused: [String]
    /// Not in this report, nor in a later one; whether they ended, no report says.
    public var ended: [String]
    public var renamed: [Renaming]
    /// Ended and new ones that are perhaps one project under another name; nobody says so.
    public var perhapsRenamed: [Renaming]
    /// Listed before, though this report calls them projects of one year.
    public var calledSingle: [String]
  }

  public struct Renaming: Sendable, Encodable {
    public var from: String
    public var to: String

    /// Both names: 見守り訪問 → 見守り活動
    public var text: String { "\(from) → \(to)" }
  }
}

extension CivicIndex {
  /// - Parameter pair: the fiscal years to be compared; each with the one before unless given.
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func years(comparing pair: (Int, Int)? = nil) throws -> YearsAnswer {
    let summaries = try summaries()
    let all = try titledComparisons(pair)
    return YearsAnswer(
      years: summaries.map { summary in
        .init(
          fiscalYear: summary.fiscalYear, total: .init(summary.total),
          forms: summary.byForm.map { .init(form: $0.form.label, counts: .init($0.counts)) },
          changes: all.filter { $0.later == summary.fiscalYear }.map { .init($0) })
      })
  }
}

extension YearsAnswer.Change {
  /// - Parameter comparison: with titles in the place of ids.
  init(_ comparison: YearComparison) {
    self.init(
      form: comparison.form.label, comparedWith: comparison.earlier,
      continued: comparison.continued, moved: comparison.moved,
      calledOff: comparison.calledOff, resumed: comparison.resumed, older: comparison.older,
      new: comparison.new, left: comparison.left, notDue: comparison.notDue,
      paused: comparison.paused, ended: comparison.ended,
      renamed: comparison.renamed.map { .init(from: $0.from, to: $0.to) },
      perhapsRenamed: comparison.perhapsRenamed.map { .init(from: $0.from, to: $0.to) },
      calledSingle: comparison.calledSingle)
  }
}
