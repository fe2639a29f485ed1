internal import CLibrary
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

  /// Paths as the index spells them: what lies in what the index is made of, by the name that this has
  /// there. So a file is the same one by whatever path it is reached.
  package func spelled(_ given: [String]) -> [String] {
    let known = paths.filter { $0 != "-" }.map { (named: $0, whole: Self.absolute($0)) }
    return given.map(Self.plain).map { path in
      guard path != "-" else { return path }
      let whole = Self.absolute(path)
      let around = known.filter { Self.covers($0.whole, whole) }
        .max { $0.whole.utf8.count < $1.whole.utf8.count }
      guard let around, !Self.covers(around.named, path) || "/\(path)/".contains("/../") else {
        return path
      }
      let rest = String(decoding: whole.utf8.dropFirst(around.whole.utf8.count), as: UTF8.self)
      return rest.isEmpty ? around.named : Self.plain("\(around.named)/\(rest)")
    }
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

  /// Without `.` and `//` in it, and `/` behind it. A file that is called `-` is not standard input.
  package static func plain(_ path: String) -> String {
    let slash = UInt8(ascii: "/")
    let parts = path.utf8.split(separator: slash).map { String(decoding: $0, as: UTF8.self) }
      .filter { $0 != "." }
    let plain = (path.utf8.first == slash ? "/" : "") + parts.joined(separator: "/")
    return plain == "-" && path != "-" ? "./-" : plain.isEmpty ? "." : plain
  }

  /// From the root on and without links, those of a file that is gone included.
  private static func absolute(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    guard path != ".", path != "/" else { return path }
    let name = path.utf8.reversed().prefix { $0 != UInt8(ascii: "/") }.reversed()
    let folder = String(decoding: path.utf8.dropLast(name.count), as: UTF8.self)
    return "\(absolute(plain(folder)))/\(String(decoding: name, as: UTF8.self))"
  }
}
