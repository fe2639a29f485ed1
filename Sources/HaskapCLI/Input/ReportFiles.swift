import Glibc
import HaskapCivic

/// The files that a user names, folders taken apart.
enum ReportFiles {
  /// Files of a folder that are no reports: descriptions of it and what the system keeps there.
  private static func isReport(_ name: String) -> Bool {
    !name.hasPrefix(".") && !name.uppercased().hasPrefix("README")
      && [".txt", ".tsv", ".csv", ".jsonl", ".md"].contains { name.lowercased().hasSuffix($0) }
  }

  /// All files of the paths: a file as it is, a folder's reports in the order of their names, those
  /// of the folders in it included.
  static func list(_ paths: [String]) throws -> [String] {
    let files = try paths.flatMap { try isFolder($0) ? reports(in: $0) : [$0] }
    guard !files.isEmpty else {
      throw UserError(
        description: "\(paths.joined(separator: ", ")): no reports here; "
          + "name a folder with .txt, .tsv, .csv or .jsonl files, or a file")
    }
    return files
  }

  static func read(_ path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw cannotRead(path) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw cannotRead(path) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  private static func isFolder(_ path: String) throws -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { throw cannotRead(path) }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  private static func reports(in folder: String) throws -> [String] {
    guard let stream = opendir(folder) else { throw cannotRead(folder) }
    defer { closedir(stream) }
    var files: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      if name.hasPrefix(".") { continue }
      if try isFolder(path) {
        files += try reports(in: path)
      } else if isReport(name) {
        files.append(path)
      }
    }
    return files.sorted()
  }

  private static func cannotRead(_ path: String) -> UserError {
    UserError(
      description: "\(path): cannot be read (\(String(cString: strerror(errno)))); "
        + "check the name and its permissions")
  }
}
