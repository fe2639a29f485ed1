import CLibrary
import Haskap
import HaskapCivic
import HaskapDocuments
import Synchronization

/// The folder of an index, or those of several that are asked as one, and how what is wrong with
/// them is said: in one sentence with the remedy, wherever in their files it is met.
struct IndexFolder: Equatable {
  static let standard = IndexFolder(path: "Index/current")

  var paths: [String]

  private static let last = Mutex<(any AnyObject & Sendable)?>(nil)

  /// The index that was asked last stays open until the process ends: the kernel takes back at once
  /// what unmapping would give file by file, and what was read of it piece by piece.
  private static func keepOpen(_ index: any AnyObject & Sendable) { last.withLock { $0 = index } }

  init(paths: [String]) { self.paths = paths }
  init(path: String) { paths = [path] }

  /// For people.
  var path: String { paths.joined(separator: "', '") }

  /// Of one folder, behind a command that a sentence names; nothing for the one that is asked where none is named.
  var option: String { self == .standard ? "" : " --index '\(path)'" }

  /// The folders of single indexes, those of shards in place of the folder that lists them.
  var single: [String] {
    get throws { try paths.flatMap { try ShardFolder.shards(of: $0) ?? [$0] } }
  }

  /// Opens an index of reports and asks it.
  func ask<Answer>(_ question: (CivicIndex) throws -> Answer) throws -> Answer {
    try askReader { reader in
      guard CivicIndex.isCivic(reader) else {
        throw UserError(
          description: "the index '\(path)' holds other documents than reports; "
            + "use haskap search, or name an index of reports")
      }
      let index = CivicIndex(reader)
      Self.keepOpen(index)
      return try question(index)
    }
  }

  /// The same, whatever the index holds.
  func askReader<Answer>(_ question: (IndexReader) throws -> Answer) throws -> Answer {
    SystemMemory.prepare()
    return try explaining {
      let reader = try ShardFolder.reader(of: paths)
      guard reader.payloads.count == 1 || !CivicIndex.isCivic(reader) else {
        throw UserError(
          description: "the indexes '\(path)' hold reports, which know of each other's "
            + "organizations and cannot be searched as one; "
            + "build one index of all with: haskap index FOLDER… --index OTHER")
      }
      Self.keepOpen(reader)
      return try question(reader)
    }
  }

  func explaining<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as StorageError {
      throw explained(error)
    } catch let error as FormatError {
      throw unusable(
        "is damaged (file '\(error.file)', byte \(error.offset): expected \(error.expected), "
          + "found \(error.found))", file: error.file)
    }
  }

  func explained(_ error: StorageError) -> UserError {
    if !error.operation.isWriting, let explanation = explanation(of: error) {
      return unusable(explanation, file: error.path)
    }
    // Building it again would not help.
    return UserError(description: error.description, status: .of(error))
  }

  /// Nil where nothing is wrong with the index itself.
  private func explanation(of error: StorageError) -> String? {
    switch error.code {
    case ENOENT where error.path.hasSuffix("/manifest"): "does not exist"
    case ENOENT: "is incomplete ('\(error.path)' is missing)"
    case ENOTDIR: "is not a folder"
    default: nil
    }
  }

  /// - Parameter file: where it was met.
  private func unusable(_ explanation: String, file: String) -> UserError {
    let folder = folder(of: file)
    if folder == path, paths.count == 1, let shards = try? ShardFolder.shards(of: path) {
      return UserError(
        description: "the index '\(path)' is made of \(String.counted(shards.count, "shard")); "
          + "name one of them, such as '\(shards[0])'",
        status: .indexMissingOrDamaged)
    }
    // What it was made of stands in the manifest.
    let paths = self == Self.standard && file != "manifest" ? "" : " FOLDER"
    let build = "haskap index\(paths)\(IndexFolder(path: folder).option)"
    return UserError(
      description: "the index '\(folder)' \(explanation); build it with: \(build)",
      status: .indexMissingOrDamaged)
  }

  /// The index that a file belongs to: of one folder, files are named without it.
  private func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return path }
    let folder = String(file[..<slash])
    let isOwn = paths.count == 1 && (folder == paths[0] || folder + "/" == paths[0])
    return isOwn ? path : folder
  }
}
