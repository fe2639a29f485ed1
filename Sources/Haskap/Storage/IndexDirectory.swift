internal import CLibrary

/// The folder of an index: its files by name, and what may be done to them.
struct IndexDirectory: Sendable {
  let path: String
  let system: SystemCalls
  /// Whether errors name the folder before the file.
  private let namesFolder: Bool
  private let written: WrittenFiles

  /// - Parameter namesFolder: for folders that are read together with others.
  init(path: String, system: SystemCalls = SystemCalls(), namesFolder: Bool = false) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.system = system
    self.namesFolder = namesFolder
    written = WrittenFiles(system)
  }

  func path(of name: String) -> String { "\(path)/\(name)" }

  /// How errors about its contents name a file.
  func label(of name: String) -> String { namesFolder ? path(of: name) : name }

  /// The path without links, by which two names of one folder are told; as it is where there is no
  /// such folder.
  var realPath: String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Makes the folder and those above it where they are missing, and each lasting in its parent.
  func make() throws(StorageError) {
    var end = path.startIndex
    while end != path.endIndex {
      end = path[end...].dropFirst().firstIndex(of: "/") ?? path.endIndex
      try makePart(String(path[..<end]))
    }
    var status = stat()
    guard stat(path, &status) == 0 else { throw StorageError(.makeFolder, path, code: errno) }
    guard status.isFolder else { throw StorageError(.makeFolder, path, code: ENOTDIR) }
  }

  private func makePart(_ part: String) throws(StorageError) {
    var status = stat()
    if stat(part, &status) == 0 { return }
    guard errno == ENOENT, mkdir(part, 0o777) == 0 || errno == EEXIST else {
      throw StorageError(.makeFolder, part, code: errno)
    }
    try synchronizeFolder("\(part)/..", .makeFolder)
  }

  /// The names of all files, in no order.
  func list() throws(StorageError) -> [String] {
    guard let stream = opendir(path) else { throw StorageError(.list, path, code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let name = system.nextEntry(stream) {
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw StorageError(.list, path, code: errno) }
    return names
  }

  /// A file for reading, which must lie on the disk.
  func open(_ name: String) throws -> FileDescriptor {
    let path = path(of: name)
    let file = FileDescriptor(system.open(path))
    guard let status = file.status() else { throw StorageError(.open, path, code: errno) }
    guard status.isRegularFile else {
      throw FormatError(
        file: label(of: name), offset: 0, expected: "a regular file",
        found: "a folder, pipe or device")
    }
    return file
  }

  func create(_ name: String) throws(StorageError) -> FileDescriptor {
    let file = system.create(path(of: name))
    guard file >= 0 else { throw StorageError(.create, path(of: name), code: errno) }
    return FileDescriptor(file)
  }

  /// Takes over a file that was written to its end.
  func keep(_ file: consuming FileDescriptor, name: String) throws(StorageError) {
    try written.add(file.take(), name: name, in: path)
  }

  /// Forces a file that was written to the disk.
  func synchronize(_ name: String) throws(StorageError) {
    try written.synchronize(name, in: path)
  }

  /// Forces the folder itself to the disk: which files it has, by which names.
  func synchronizeFolder(
    _ folder: String? = nil, _ operation: StorageError.Operation = .synchronize
  ) throws(StorageError) {
    let path = folder ?? path
    let file = FileDescriptor(CLibrary.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    guard file.number >= 0, system.synchronize(file.number) == 0 else {
      throw StorageError(operation, path, code: errno)
    }
  }

  /// Gives a file another name, in place of a file of that name, in one step.
  func rename(_ name: String, to newName: String) throws(StorageError) {
    guard system.rename(path(of: name), path(of: newName)) == 0 else {
      throw StorageError(.rename, path(of: newName), code: errno)
    }
  }

  func remove(_ name: String) throws(StorageError) {
    written.forget(name)
    guard system.remove(path(of: name)) == 0 || errno == ENOENT else {
      throw StorageError(.remove, path(of: name), code: errno)
    }
  }
}
