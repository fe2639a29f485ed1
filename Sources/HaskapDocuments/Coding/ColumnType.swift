public import Haskap

/// What the values of a column can be: `Int`, `Double`, `Day`, `Moment`, `TimeOfDay`, `String` and `Bool`.
public protocol ColumnType: Sendable {
  /// As a query has it.
  var columnText: String { get }
  /// The types of fields that hold such values.
  static func fits(_ kind: Field.Kind) -> Bool
}

extension Int: ColumnType {
  public var columnText: String { String(self) }
  public static func fits(_ kind: Field.Kind) -> Bool { kind == .integer }
}

extension Double: ColumnType {
  public var columnText: String { DecimalNumber.text(self) }
  public static func fits(_ kind: Field.Kind) -> Bool { kind == .decimal }
}

extension Day: ColumnType {
  public var columnText: String { description }
  public static func fits(_ kind: Field.Kind) -> Bool { kind == .date }
}

extension String: ColumnType {
  public var columnText: String { self }
  public static func fits(_ kind: Field.Kind) -> Bool { kind == .keyword }
}

extension Moment: ColumnType {
  public var columnText: String { description }
  public static func fits(_ kind: Field.Kind) -> Bool { kind == .moment }
}

extension TimeOfDay: ColumnType {
  public var columnText: String { description }
  public static func fits(_ kind: Field.Kind) -> Bool { kind == .time }
}

extension Bool: ColumnType {
  public var columnText: String { self ? "true" : "false" }
  public static func fits(_ kind: Field.Kind) -> Bool { kind == .boolean || kind == .keyword }
}
