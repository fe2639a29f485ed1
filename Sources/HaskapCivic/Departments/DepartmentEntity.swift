/// A department (課, 室, センター, 館) with the records in its charge.
public struct DepartmentEntity: Sendable, Identifiable {
  /// The folded name, after that of its owner.
  public var id: String
  /// The commonest spelling.
  public var name: String
  /// Whose department it is; nil for the city's own where there is but one city. The council has a
  /// 総務課 as well.
  public var owner: String?
  public var spellings: [OrganizationEntity.Spelling] = []
  /// The records' indices in the array the registry was built from, in order.
  public var records: [Int] = []
}
