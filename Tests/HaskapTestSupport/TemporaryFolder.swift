internal import Glibc

/// A new folder for one test, removed with all that it holds when the test lets go of it.
public final class TemporaryFolder: Sendable {
  public let path: String
  private static let prefix = "haskap-test-"
  /// Those of tests that died could not be removed by them.
  private static let isSwept: Bool = {
    for name in FolderListing.names("/tmp") where name.hasPrefix(prefix) {
      let owner = name.dropFirst(prefix.count).prefix { $0 != "-" }
      guard let process = pid_t(owner), kill(process, 0) != 0, errno == ESRCH else { continue }
      FolderListing.removeAll("/tmp/\(name)")
    }
    return true
  }()

  public init() {
    precondition(Self.isSwept)
    var template = Array("/tmp/\(Self.prefix)\(getpid())-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "no folder could be made under /tmp")
    path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  deinit { FolderListing.removeAll(path) }
}
