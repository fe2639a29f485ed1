/// The names of one object's members. Most objects have few, which are compared with each other faster
/// than they are hashed; one may have a hundred thousand.
struct ObjectNames {
  private static let mostCompared = 16
  private var few: [String] = []
  private var others: Set<String> = []

  init() { few.reserveCapacity(Self.mostCompared) }

  /// False where the name is there already.
  mutating func insert(_ name: String) -> Bool {
    guard !few.contains(name) else { return false }
    guard few.count == Self.mostCompared else {
      few.append(name)
      return true
    }
    return others.insert(name).inserted
  }
}
