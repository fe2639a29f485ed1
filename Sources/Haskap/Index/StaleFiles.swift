internal import CLibrary

/// Files that no commit refers to: of earlier commits, and of writers that ended without one.
///
/// Readers keep what they have mapped. A file counts as the index's when both its name and its
/// first bytes say so; all others are left alone. Only the writer that holds the lock may ask.
enum StaleFiles {
  /// The folder is forced to the disk first: the files that the last commit but one needs may go
  /// only when it is certain that the last commit stays.
  static func remove(
    _ directory: IndexDirectory, keeping names: Set<String>
  ) throws(StorageError) {
    let stale = try directory.list().filter { name in
      !names.contains(name) && isNamedLikeOne(name) && directory.isOwn(name)
    }
    guard !stale.isEmpty else { return }
    try directory.synchronizeFolder()
    for name in stale { try directory.remove(name) }
  }

  /// The numbers in the names of segments' files, whoever made them: no new file may meet them.
  static func numbers(_ names: [String]) -> Set<UInt64> {
    Set(names.flatMap { SerialNumber.inName($0) ?? [] })
  }

  private static func isNamedLikeOne(_ name: String) -> Bool {
    name == Manifest.temporaryName || SerialNumber.inName(name) != nil
  }
}

extension IndexDirectory {
  /// The user's own file, if one lies where a new index would be written: under the name of the
  /// manifest, without the beginning of one and without files of an index beside it, or under that of
  /// the lock, without a process in it.
  var foreignFile: String? {
    let names = (try? list()) ?? []
    var status = stat()
    if lstat(path(of: Manifest.name), &status) == 0, status.isRegularFile, !isOwn(Manifest.name),
      !names.contains(where: { SerialNumber.inName($0) != nil && isOwn($0) })
    {
      return Manifest.name
    }
    guard let lock = try? open(WriterLock.name), !WriterLock.isOwn(lock.number) else { return nil }
    return WriterLock.name
  }

  /// Whether a file begins as one of the index does. One that a writer or the machine left early
  /// may have only a part of the beginning, or zeros.
  func isOwn(_ name: String) -> Bool {
    var status = stat()
    guard lstat(path(of: name), &status) == 0 else { return false }
    if status.isLink { return name == Manifest.temporaryName }
    guard status.isRegularFile, let file = try? open(name) else { return false }
    var beginning: UInt64 = 0
    let count = pread(file.number, &beginning, 8, 0)
    guard count > 0 else { return count == 0 }
    let mask: UInt64 = count < 8 ? 1 &<< UInt64(8 * count) &- 1 : .max
    return beginning == 0 || beginning == FileLayout.magic & mask
  }
}
