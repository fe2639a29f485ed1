import Foundation
import HaskapTestSupport
import Testing

/// `Scripts/copy-index`: copies that are sound whenever they are looked at.
@Suite(
  .enabled(
    if: FileManager.default.isExecutableFile(atPath: "/usr/bin/rsync"),
    "rsync is not installed here"))
struct CopyTests {
  private static let script = ReportFolder.package.appending(path: "Scripts/copy-index").path

  /// While a writer commits, each copy opens, is sound, and is as new as the one before or newer.
  @Test func copiesOfAnIndexThatIsWritten() throws {
    let program = GenericProgram()
    try program.write("{\"id\":\"0\",\"body\":\"港\"}\n", to: "0.jsonl")
    try program.run("index", "0.jsonl", "--index", "ix")
    let run = try program.shell(
      """
      (for n in $(seq 1 12); do echo "{\\"id\\":\\"$n\\",\\"body\\":\\"港\\"}" >$n.jsonl; \
      "$HASKAP" add $n.jsonl --index ix >/dev/null; done; touch done) &
      before=0
      while [ ! -e done ]; do
        '\(Self.script)' ix copy || exit 8
        "$HASKAP" check --index copy >/dev/null || exit 9
        now=$("$HASKAP" search 港 --index copy --json | sed 's/.*"total":\\([0-9]*\\).*/\\1/')
        [ "$now" -ge "$before" ] || exit 10
        before=$now
      done
      wait
      '\(Self.script)' ix copy && diff -r -x writer.lock ix copy
      """)
    #expect(run.status == 0, "\(run.output) \(run.errors)")
  }

  @Test func copiesOfShardsAndWhatCannotBeCopied() throws {
    let program = GenericProgram()
    try program.write("{\"id\":\"0\",\"body\":\"港\"}\n", to: "0.jsonl")
    try program.run("index", "0.jsonl", "--index", "shards/a")
    try program.run("index", "0.jsonl", "--index", "shards/b")
    try program.write("{\"shards\":[\"a\",\"b\"]}", to: "shards/shards.json")
    let run = try program.shell(
      "'\(Self.script)' shards copy && diff -r -x writer.lock shards copy")
    #expect(run.status == 0, "\(run.output) \(run.errors)")
    #expect(try program.run("search", "港", "--index", "copy").output.contains("全2件"))
    let none = try program.shell("'\(Self.script)' nothing copy")
    #expect(none.status == 3 && none.errors.contains("no index 'nothing'"))
  }
}
