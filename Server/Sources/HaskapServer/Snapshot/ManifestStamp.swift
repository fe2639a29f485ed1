import FoundationEssentials
import Glibc
import HaskapDocuments

/// By which a manifest that was replaced is told from the one before; of shards, their list and the
/// manifests of all.
struct ManifestStamp: Equatable {
  private let files: [[Int]]

  /// Nil where one is missing.
  init?(index: String) {
    let shards = try? ShardFolder.shards(of: index)
    let list = shards == nil ? [] : ["\(index)/\(ShardFolder.listName)"]
    let paths = list + (shards ?? [index]).map { "\($0)/manifest" }
    files = paths.compactMap(Self.numbers)
    guard files.count == paths.count else { return nil }
  }

  private static func numbers(of path: String) -> [Int]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return [
      status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(status.st_dev),
      Int(truncatingIfNeeded: status.st_ino), Int(status.st_size),
    ]
  }

  /// When the last of them was written.
  var date: Date { Date(timeIntervalSince1970: Double(files.map { $0[0] }.max() ?? 0)) }
}
