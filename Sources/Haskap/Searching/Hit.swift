/// A document that was found.
public struct Hit: Hashable, Sendable {
  /// Which segment of the snapshot it is in.
  public var segment: Int
  /// Its number there.
  public var document: UInt32
  public var score: Double
}
