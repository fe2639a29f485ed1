import Glibc
import HaskapCivic

/// The files that a user names, folders taken apart.
struct ReportFiles {
  /// A file or folder by whatever path it is reached.
  private struct Identity: Hashable {
    var device: dev_t
    var inode: ino_t
  }

  private var seen: Set<Identity> = []

  /// All files of the paths: a file as it is, a folder's reports in the order of their names, those
  /// of the folders in it included. Each once, though it is named twice or linked in a circle.
  static func list(_ paths: [String]) throws -> [String] {
    var files = ReportFiles()
    let found = try paths.flatMap { try files.reports(at: $0) }
    guard !found.isEmpty else {
      throw UserError(
        description: "\(paths.joined(separator: ", ")): no reports here; "
          + "name a folder with files of these kinds, or a file: "
          + "\(extensions.joined(separator: ", "))")
    }
    return found
  }

  private mutating func reports(at path: String) throws -> [String] {
    var status = stat()
    guard stat(path, &status) == 0 else { throw InputFile.cannotRead(path) }
    let isNew = seen.insert(Identity(device: status.st_dev, inode: status.st_ino)).inserted
    guard isNew else { return [] }
    return status.st_mode & S_IFMT == S_IFDIR ? try reports(in: path) : [path]
  }

  private mutating func reports(in folder: String) throws -> [String] {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return try Self.names(in: folder).sorted().flatMap { name in
      try name.hasPrefix(".") ? [] : reports(at: prefix + name).filter(Self.isReport)
    }
  }

  private static let extensions = [
    ".txt", ".tsv", ".csv", ".html", ".htm", ".md", ".pdf", ".xlsx", ".jsonl",
  ]

  /// Other files of a folder are no reports: descriptions of it and what the system keeps there.
  private static func isReport(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return !name.uppercased().hasPrefix("README")
      && extensions.contains { name.lowercased().hasSuffix($0) }
  }
}

extension ReportFiles {
  static func read(_ path: String) throws -> [UInt8] {
    let file = try InputFile.open(path)
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw InputFile.cannotRead(path) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// What a folder holds, in no order.
  static func names(in folder: String) throws -> [String] {
    guard let stream = opendir(folder) else { throw InputFile.cannotRead(folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    // A part of a folder must not pass for all of it.
    guard errno == 0 else { throw InputFile.cannotRead(folder) }
    return names
  }
}
