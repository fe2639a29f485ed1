import Glibc
import Haskap
import HaskapTestSupport

/// Commits to an index without end, and tells each commit's number on standard output when it is
/// done. The test of crashes runs it and kills it.
@main
struct CrashWriter {
  static func main() throws {
    let path = CommandLine.arguments[1]
    var commit = (try? IndexReader(path: path)).flatMap(DurableIndex.commits) ?? 0
    let writer = try IndexWriter(path: path, schema: DurableIndex.schema)
    while true {
      commit += 1
      try DurableIndex.apply(commit, to: writer)
      let line = Array("\(commit)\n".utf8)
      guard write(STDOUT_FILENO, line, line.count) == line.count else { return }
    }
  }
}
