internal import Glibc

/// A new folder for one test, removed with all that it holds when the test lets go of it.
public final class TemporaryFolder: Sendable {
  public let path: String

  public init() {
    var template = Array("/tmp/haskap-test-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "no folder could be made under /tmp")
    path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  deinit { removeAll(path) }
}

/// Removes a file, or a folder with all that it holds.
private func removeAll(_ path: String) {
  if let stream = opendir(path) {
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { removeAll("\(path)/\(name)") }
    }
    closedir(stream)
  }
  remove(path)
}
