internal import Glibc

/// The folder of an index: its files by name, and what may be done to them.
struct IndexDirectory: Sendable {
  let path: String
  let system: SystemCalls

  init(path: String, system: SystemCalls = SystemCalls()) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.system = system
  }

  func path(of name: String) -> String { "\(path)/\(name)" }

  /// Makes the folder and those above it where they are missing.
  func make() throws(StorageError) {
    var end = path.startIndex
    while end != path.endIndex {
      end = path[end...].dropFirst().firstIndex(of: "/") ?? path.endIndex
      let part = String(path[..<end])
      if mkdir(part, 0o755) != 0, errno != EEXIST {
        throw StorageError("make the folder", part, code: errno)
      }
    }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw StorageError("use as a folder", path, code: ENOTDIR)
    }
  }

  /// The names of all files, in no order.
  func list() throws(StorageError) -> [String] {
    guard let stream = opendir(path) else {
      throw StorageError("list the folder", path, code: errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  func create(_ name: String) throws(StorageError) -> FileDescriptor {
    let file = system.create(path(of: name))
    guard file >= 0 else { throw StorageError("create", path(of: name), code: errno) }
    return FileDescriptor(file)
  }

  /// Forces a file's bytes to the disk; the folder itself when no name is given.
  func synchronize(_ name: String? = nil) throws(StorageError) {
    let path = name.map(path(of:)) ?? path
    let file = FileDescriptor(open(path, O_RDONLY | O_CLOEXEC))
    guard file.number >= 0, system.synchronize(file.number) == 0 else {
      throw StorageError("force to the disk", path, code: errno)
    }
  }

  /// Gives a file another name, in place of a file of that name, in one step.
  func rename(_ name: String, to newName: String) throws(StorageError) {
    guard system.rename(path(of: name), path(of: newName)) == 0 else {
      throw StorageError("rename into place", path(of: newName), code: errno)
    }
  }

  func remove(_ name: String) throws(StorageError) {
    guard system.remove(path(of: name)) == 0 || errno == ENOENT else {
      throw StorageError("remove", path(of: name), code: errno)
    }
  }
}
