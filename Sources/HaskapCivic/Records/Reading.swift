/// What a reader made of one report.
public struct Reading: Sendable, Equatable {
  /// The layout that was recognized by the report's content.
  public var layout: Record.Layout
  public var records: [Record] = []
  public var warnings: [Warning] = []
  /// Lines of text in the report that a reader had to make sense of.
  public var lines = 0
  /// Those of them that no record holds; each has a warning.
  public var unreadLines = 0
  /// Rows of tables; of them those with a cell that told nothing or is suspect, and those that are no
  /// records.
  public var rows = 0
  public var rowsPartlyRead = 0
  public var rowsUnread = 0
  /// Of the lines among the rows that are kept with a row above and are none themselves: rows of sums,
  /// notes, and what goes on with the cells above.
  public var sums = 0
  public var notes = 0
  public var continuations = 0

  /// The lines of rows with a cell that told nothing, in layouts that are known.
  var linesPartlyRead: Set<Int> = []

  /// The share of the rows that a layout must explain.
  static let minShare = 0.5

  public init(layout: Record.Layout) {
    self.layout = layout
  }
}

/// A warning of a reader that works on lines alone.
struct LineWarning: Equatable {
  var line: Int
  var message: String
  /// True where no record holds what the line says.
  var isUnread = false
}

extension Reading {
  /// Something an editor should look at, that belongs to no single record.
  public struct Warning: Sendable, Equatable, CustomStringConvertible {
    public var file: String
    /// Counted from 1.
    public var line: Int
    public var message: String

    public init(file: String, line: Int, message: String) {
      self.file = file
      self.line = line
      self.message = message
    }

    public var description: String { "\(file):\(line): \(message)" }
  }

  /// Adds what was read of other rows of the same report.
  mutating func append(_ other: Self) {
    records += other.records
    warnings += other.warnings
    unreadLines += other.unreadLines
    rows += other.rows
    rowsPartlyRead += other.rowsPartlyRead
    rowsUnread += other.rowsUnread
    sums += other.sums
    notes += other.notes
    continuations += other.continuations
  }

  /// By their lines, in which nearly all stand already.
  mutating func sortRecords() {
    let areSorted = records.indices.dropFirst().allSatisfy {
      records[$0 - 1].line <= records[$0].line
    }
    if !areSorted { records.sort { $0.line < $1.line } }
  }
}
