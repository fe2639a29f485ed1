import Foundation
import HaskapTestSupport
import Testing

/// The server is a program of its own, which may not be there.
@Suite struct ServerProgramTests {
  private let folder = TemporaryFolder()

  @Test(arguments: ["bin", "Server/.build/release"]) func itIsStarted(_ place: String) throws {
    let program = URL(filePath: "\(folder.path)/\(place)/haskap-server")
    try FileManager.default.createDirectory(
      at: program.deletingLastPathComponent(), withIntermediateDirectories: true)
    try "#!/bin/sh\necho \"$@\"\nexit 7\n".write(to: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    let run = try Program(folder: folder.path).run(
      ["serve", "--index", "a b", "--help"], environment: ["PATH": "\(folder.path)/bin"])
    #expect(run.status == 7 && run.output == "serve --index a b --help\n")
  }

  @Test(arguments: ["serve", "site"]) func whereItIsNotAReasonIsGiven(_ command: String) throws {
    let run = try Program(folder: folder.path).run(
      [command, "--port", "1"], environment: ["PATH": folder.path])
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(
      run.errors.contains("swift build -c release --package-path Server --product haskap-server"))
    #expect(run.errors.split(separator: "\n").count == 1)
  }
}
