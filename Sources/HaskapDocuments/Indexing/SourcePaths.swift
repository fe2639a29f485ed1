internal import Haskap

/// What an index is made of, as the user named it.
public struct SourcePaths: Codable, Sendable, Equatable {
  /// Files, and folders with all they hold.
  public private(set) var paths: [String] = []
  /// What was taken out again of those folders.
  private var removed: [String] = []

  public init(_ paths: [String] = []) {
    var seen: Set<ExactString> = []
    self.paths = paths.map(Self.plain).filter { seen.insert(ExactString($0)).inserted }
  }

  /// Whether both name the same, in whatever order.
  public func names(theSameAs other: SourcePaths) -> Bool {
    Set(paths.map(ExactString.init)) == Set(other.paths.map(ExactString.init))
  }

  /// Whether a file is among what the index is made of. What names it most closely decides.
  public func holds(_ file: String) -> Bool {
    func closest(_ paths: [String]) -> Int {
      paths.filter { Self.covers($0, file) }.map(\.utf8.count).max() ?? -1
    }
    let added = closest(paths)
    return added >= 0 && added >= closest(removed)
  }

  package mutating func add(_ given: [String]) {
    let given = given.map(Self.plain)
    removed.removeAll { path in given.contains { Self.covers($0, path) } }
    for path in given where !holds(path) { paths.append(path) }
  }

  package mutating func remove(_ given: [String]) {
    let given = given.map(Self.plain)
    paths.removeAll { path in given.contains { Self.covers($0, path) } }
    removed += given.filter { path in paths.contains { Self.covers($0, path) } }
  }

  /// Whether a path is a file's own, or that of a folder around it.
  package static func covers(_ path: String, _ file: String) -> Bool {
    let (path, file) = (plain(path), plain(file))
    // By their bytes: two names that Unicode holds equal may be of two files.
    return ExactString(file) == ExactString(path)
      || file.utf8.starts(with: (path == "/" ? path : path + "/").utf8)
      || path == "." && !file.hasPrefix("/")
  }

  /// Without `./` before and `/` behind it.
  private static func plain(_ path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2).drop { $0 == "/" } }
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return path.isEmpty ? "." : String(path)
  }
}
