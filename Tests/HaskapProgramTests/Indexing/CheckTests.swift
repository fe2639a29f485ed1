import Foundation
import Testing

@Suite struct CheckTests {
  @Test func aSoundIndex() throws {
    let program = try GenericFixture.indexed()
    let run = try program.run("check", "--index", "ix")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("ix is sound\n5 documents, 1 segment, "))
    let report = try program.run("check", "--index", "ix", "--json").object()
    #expect(report["sound"] as? Bool == true)
    #expect(report["documents"] as? Int == 5)
    #expect((report["problems"] as? [Any])?.isEmpty == true)
  }

  /// A byte that was changed is told with its file and the offset of what was checked.
  @Test func aDamagedIndex() throws {
    let program = try GenericFixture.indexed()
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(program.path)/ix")
    let name = try #require(names.first { $0.hasSuffix(".documents") })
    let place = URL(filePath: "\(program.path)/ix/\(name)")
    var bytes = try Data(contentsOf: place)
    bytes[bytes.count / 2] ^= 0x10
    try bytes.write(to: place)

    let run = try program.run("check", "--index", "ix")
    #expect(run.status == 3)
    #expect(run.output.contains("'\(name)' is damaged at byte 0"))
    #expect(run.output.contains("ix is damaged: 1 problem"))
    let json = try program.run("check", "--index", "ix", "--json")
    #expect(json.status == 3)
    let problems = try #require(try json.object()["problems"] as? [[String: Any]])
    #expect(problems.map { $0["file"] as? String } == [name])
    #expect(problems.map { $0["offset"] as? Int } == [0])
  }

  @Test(arguments: ["check", "optimize"])
  func noIndex(command: String) throws {
    let run = try GenericProgram().run(command, "--index", "nowhere")
    #expect(run.status == 3)
    #expect(run.errors.contains("nowhere"))
    #expect(GenericProgram.isOneSentence(run.errors))
  }

  @Test(arguments: ["check", "optimize", "analyze", "index", "search"])
  func helpHasExamples(command: String) throws {
    let run = try GenericProgram().run(command, "--help")
    #expect(run.status == 0)
    #expect(run.output.contains("EXAMPLES:\n  haskap \(command)"))
  }
}
