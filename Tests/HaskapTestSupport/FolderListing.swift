internal import CLibrary

/// The files of a folder.
public enum FolderListing {
  public static func names(_ folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let name = readdir(stream)?.name {
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Of the files alone.
  public static func files(_ folder: String) -> [String] {
    names(folder).filter { !isFolder("\(folder)/\($0)") }
  }

  /// With the folders in it.
  public static func copy(_ source: String, _ target: String) {
    mkdir(target, 0o755)
    for name in names(source) {
      let (old, new) = ("\(source)/\(name)", "\(target)/\(name)")
      if isFolder(old) { copy(old, new) } else { write(contents(of: old), to: new) }
    }
  }

  public static func empty(_ folder: String) {
    for name in names(folder) { removeAll("\(folder)/\(name)") }
  }

  /// Removes a file, or a folder with all that it holds.
  public static func removeAll(_ path: String) {
    if isFolder(path) { empty(path) }
    remove(path)
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
