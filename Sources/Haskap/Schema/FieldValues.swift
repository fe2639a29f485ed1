/// One or several values, as a literal writes them.
public struct FieldValues: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByStringInterpolation, Sendable
{
  let values: [FieldValue]

  public init(stringLiteral value: String) { values = [.text(value)] }
  public init(integerLiteral value: Int64) { values = [.integer(value)] }
  public init(arrayLiteral elements: FieldValues...) { values = elements.flatMap(\.values) }
}
