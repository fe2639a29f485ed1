/// One or several values, as a literal writes them.
public struct FieldValues: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringInterpolation, Sendable
{
  let values: [FieldValue]

  public init(stringLiteral value: String) { values = [.text(value)] }
  public init(integerLiteral value: Int64) { values = [.integer(value)] }
  public init(floatLiteral value: Double) { values = [.text(DecimalNumber.text(value))] }
  public init(booleanLiteral value: Bool) { values = [.boolean(value)] }
  public init(arrayLiteral elements: FieldValues...) { values = elements.flatMap(\.values) }
}
