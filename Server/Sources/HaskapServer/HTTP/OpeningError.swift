import Glibc
import Haskap
import HaskapDocuments

/// Why an index cannot be opened, in a sentence with the remedy.
public struct OpeningError: Error, CustomStringConvertible {
  public var description: String

  static func explaining<Value>(_ index: String, _ open: () throws -> Value) throws -> Value {
    do {
      return try open()
    } catch let error as StorageError where error.code == ENOENT {
      let isOne = (try? ShardFolder.shards(of: index)) == nil
      let isMissing = isOne && error.path.hasSuffix("/manifest")
      throw OpeningError(index, isMissing ? "does not exist" : "lacks its file '\(error.path)'")
    } catch let error as StorageError {
      throw OpeningError(
        index, "cannot be read ('\(error.path)': \(String(cString: strerror(error.code))))")
    } catch let error as FormatError {
      throw OpeningError(
        index,
        "is damaged (file '\(error.file)', byte \(error.offset): expected \(error.expected), "
          + "found \(error.found))")
    }
  }

  /// - Parameter remedy: to build it, when nil.
  init(_ index: String, _ explanation: String, remedy: String? = nil) {
    let remedy = remedy ?? "build it with: haskap index FOLDER --index '\(index)'"
    description = "the index '\(index)' \(explanation); \(remedy)"
  }
}
