internal import Glibc
internal import Haskap

/// Indexes a file of original text end to end: normalized, cut by ICU, words and grams.
enum RawBuild {
  static func run(text: String, index: String, grams: Bool) throws {
    let started = (wall: seconds(CLOCK_MONOTONIC), cpu: seconds(CLOCK_PROCESS_CPUTIME_ID))
    let schema = try Schema([
      .stored("id"), .text("body", positions: !grams, grams: grams, stored: false),
    ])
    let writer = try IndexWriter(
      replacing: index, schema: schema, options: BuildOptions.ofEnvironment)
    guard var lines = FileLines(path: text) else {
      writeLine("cannot open \(text)", to: STDERR_FILENO)
      exit(1)
    }
    let count = try lines.add(to: writer)
    let added = seconds(CLOCK_MONOTONIC) - started.wall
    try writer.commit()
    let wall = seconds(CLOCK_MONOTONIC) - started.wall
    let cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - started.cpu
    let bytes = try IndexReader(path: index).byteCount
    writeLine(
      "{\"docs\": \(count), \"added_s\": \(added), \"wall_s\": \(wall), \"cpu_s\": \(cpu), "
        + "\"bytes\": \(bytes)}")
  }
}
