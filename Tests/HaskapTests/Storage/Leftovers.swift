import Synchronization

@testable import Haskap

/// The index's files that the last commit does not name.
enum Leftovers {
  static func of(_ path: String) -> [String] {
    let directory = IndexDirectory(path: path)
    guard let last = try? Manifest.last(directory), let names = try? directory.list() else {
      return []
    }
    return names.filter { !last.fileNames.contains($0) && $0 != WriterLock.name }
  }
}

/// Set once, from any thread.
final class Flag: Sendable {
  private let value = Atomic(false)

  var isSet: Bool { value.load(ordering: .acquiring) }

  func set() { value.store(true, ordering: .releasing) }
}
