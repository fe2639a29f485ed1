/// Files that no commit refers to: of earlier commits, and of writers that ended without one.
/// Readers keep what they have mapped. Files that are not named like an index's are left alone.
enum StaleFiles {
  static func remove(
    _ directory: IndexDirectory, keeping names: Set<String>
  ) throws(StorageError) {
    for name in try directory.list() where !names.contains(name) {
      if segment(of: name) != nil || name == Manifest.temporaryName {
        try directory.remove(name)
      }
    }
  }

  /// A number above those of all segments that have left a file.
  static func firstFreeSegment(_ names: [String]) -> UInt64 {
    (names.compactMap(segment).max() ?? 0) + 1
  }

  /// The largest number in a name such as `12.terms` or `12-15.deletions`.
  private static func segment(of name: String) -> UInt64? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, FileKind.allCases.contains(where: { $0.suffix == parts[1] }) else {
      return nil
    }
    let numbers = parts[0].split(separator: "-", omittingEmptySubsequences: false)
      .map { UInt64($0) }
    guard numbers.count <= 2 else { return nil }
    return numbers.reduce(0 as UInt64?) { largest, number in
      guard let largest, let number, number < .max else { return nil }
      return max(largest, number)
    }
  }
}
