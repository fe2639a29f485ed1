/// What an index is made of, as the user named it.
public struct SourcePaths: Codable, Sendable, Equatable {
  /// Files, and folders with all they hold.
  public private(set) var paths: [String] = []
  /// What was taken out again of those folders.
  private var removed: [String] = []

  public init(_ paths: [String] = []) {
    for path in paths.map(Self.plain) where !self.paths.contains(path) { self.paths.append(path) }
  }

  /// Whether both name the same, in whatever order.
  public func names(theSameAs other: SourcePaths) -> Bool { Set(paths) == Set(other.paths) }

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
    return file == path || file.hasPrefix(path == "/" ? path : path + "/")
      || path == "."
        && !file.hasPrefix("/")
  }

  /// Without `./` before and `/` behind it.
  private static func plain(_ path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2).drop { $0 == "/" } }
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return path.isEmpty ? "." : String(path)
  }
}
