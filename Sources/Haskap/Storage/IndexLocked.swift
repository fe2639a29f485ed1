/// Another writer has the index.
public struct IndexLocked: Error, Hashable, Sendable {
  /// The folder of the index.
  public var path: String
  /// The process that holds the lock, where it could be read.
  public var owner: Int32?

  package init(path: String, owner: Int32? = nil) { (self.path, self.owner) = (path, owner) }
}

extension IndexLocked: CustomStringConvertible {
  public var description: String {
    let owner = owner.map { "process \($0)" } ?? "another process"
    return "The index '\(path)' is being written by \(owner); wait for it to end."
  }
}
