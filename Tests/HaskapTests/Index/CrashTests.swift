import Glibc
import HaskapTestSupport
import Testing

@testable import Haskap

/// A writer that is killed at any moment leaves an index that opens at a commit, loses none that it
/// told of, and can be written on.
@Suite struct CrashTests {
  /// `HASKAP_CRASHES` sets how often; 50 times otherwise.
  private var rounds: Int {
    getenv("HASKAP_CRASHES").flatMap { Int(String(cString: $0)) } ?? 50
  }

  @Test func killedAtRandomMoments() throws {
    let folder = TemporaryFolder()
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed: seed)
    var commits = 0
    for round in 0..<rounds {
      let told = try runAndKill(folder.path, after: UInt32.random(in: 1...40_000, using: &random))
      let note: Comment = "seed \(seed), round \(round), after commit \(told ?? commits)"
      guard let reader = try? IndexReader(path: folder.path) else {
        #expect(commits == 0 && told == nil, note)
        continue
      }
      let found = try #require(DurableIndex.commits(reader), note)
      // The last commit may have been made and not yet told.
      #expect((found == told ?? commits) || (found == (told ?? commits) + 1), note)
      #expect(IndexCheck.run(path: folder.path).problems.isEmpty, note)
      let documents = try DurableIndex.answers(reader).documents
      #expect(documents == DurableIndex.model(after: found), note)
      commits = found
    }
    #expect(commits > rounds / 2, "the writer came to commit between the kills")
  }

  /// Starts the writer, waits for its first commit and some microseconds more, and kills it.
  ///
  /// - Returns: the last commit that it told of.
  private func runAndKill(_ path: String, after delay: UInt32) throws -> Int? {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    let process = try spawn(path, output: ends[1])
    close(ends[1])
    var output = readSome(ends[0])
    usleep(delay)
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    while case let more = readSome(ends[0]), !more.isEmpty { output += more }
    #expect(status & 0x7f == SIGKILL, "the writer ended by itself: \(status)")
    let text = String(decoding: output, as: UTF8.self)
    return text.split(separator: "\n").last.flatMap { Int($0) }
  }

  private func readSome(_ file: Int32) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(file, &buffer, buffer.count)
    return Array(buffer.prefix(max(0, count)))
  }

  private func spawn(_ path: String, output: Int32) throws -> pid_t {
    let program = try siblingProgram("HaskapCrashWriter")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var arguments = [strdup(program), strdup(path), nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, program, &actions, nil, &arguments, environ)
    try #require(code == 0, "could not start \(program): \(String(cString: strerror(code)))")
    return process
  }

  /// A program that is built beside the tests.
  private func siblingProgram(_ name: String) throws -> String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = try #require(
      buffer.withUnsafeMutableBytes { bytes in
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        return start.map { readlink("/proc/self/exe", $0, bytes.count) }
      })
    let own = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    return own.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/\(name)"
  }
}
