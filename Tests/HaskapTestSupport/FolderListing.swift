internal import Glibc

/// The files of a folder.
public enum FolderListing {
  public static func names(_ folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  public static func copy(_ source: String, _ target: String) {
    mkdir(target, 0o755)
    for name in names(source) { write(contents(of: "\(source)/\(name)"), to: "\(target)/\(name)") }
  }

  public static func empty(_ folder: String) {
    for name in names(folder) { unlink("\(folder)/\(name)") }
  }

  /// Removes a file, or a folder with all that it holds.
  public static func removeAll(_ path: String) {
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      for name in names(path) { removeAll("\(path)/\(name)") }
    }
    remove(path)
  }
}
