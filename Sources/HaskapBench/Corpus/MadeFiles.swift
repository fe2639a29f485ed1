internal import FoundationEssentials

/// Files that are being written, and go again when that ends before its time.
public struct MadeFiles: Sendable {
  private let folder: String?
  private let file: String
  /// Such a folder of the user's stays, empty as it was.
  private let isFolderThere: Bool

  /// - Parameters:
  ///   - folder: empty, or not there yet.
  ///   - file: not there yet.
  init(folder: String?, file: String) {
    (self.folder, self.file) = (folder, file)
    isFolderThere = folder.map(FileManager.default.fileExists) ?? false
  }

  /// Does what makes the files, and removes them where it fails.
  func kept<Value>(_ beginning: (MadeFiles) -> Void, _ work: () throws -> Value) throws -> Value {
    beginning(self)
    do {
      return try work()
    } catch {
      remove()
      throw error
    }
  }

  public func remove() {
    let files = FileManager.default
    if !file.hasPrefix("/dev/") { try? files.removeItem(atPath: file) }
    guard let folder else { return }
    if isFolderThere {
      for name in (try? files.contentsOfDirectory(atPath: folder)) ?? [] {
        try? files.removeItem(atPath: "\(folder)/\(name)")
      }
    } else {
      try? files.removeItem(atPath: folder)
    }
  }
}
