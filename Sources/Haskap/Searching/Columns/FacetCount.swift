/// A value of a column, and how many documents have it.
public struct FacetCount: Hashable, Sendable {
  public var value: FieldValue
  public var count: Int

  public init(value: FieldValue, count: Int) {
    self.value = value
    self.count = count
  }
}
