/// The names that a record has: few in nearly all, and thousands where one cell lists them.
struct KnownNames {
  private var few: [String] = []
  private var many: Set<String> = []
  private static let mostFew = 16

  /// False of a name that is there already.
  mutating func insert(_ name: String) -> Bool {
    guard many.isEmpty else { return many.insert(name).inserted }
    if few.contains(name) { return false }
    few.append(name)
    if few.count > Self.mostFew { many = Set(few) }
    return true
  }
}
