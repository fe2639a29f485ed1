internal import Glibc
internal import Haskap

/// Indexes a file of original text end to end: normalised, cut by ICU, words and grams.
enum RawBuild {
  static func run(text: String, index: String, grams: Bool) throws {
    let started = (wall: seconds(CLOCK_MONOTONIC), cpu: seconds(CLOCK_PROCESS_CPUTIME_ID))
    let schema = try Schema([
      .stored("id"), .text("body", positions: !grams, grams: grams, stored: false),
    ])
    var options = IndexWriter.Options()
    options.memoryBudget = 2 << 30
    let writer = try IndexWriter(replacing: index, schema: schema, options: options)
    guard let lines = LineReader(path: text) else {
      writeLine("cannot open \(text)", to: STDERR_FILENO)
      exit(1)
    }
    var count = 0
    while let line = lines.next() {
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { continue }
      var document = Document()
      document.append(Self.text(line[..<tab]), to: "id")
      document.append(Self.text(line[(tab + 1)...]), to: "body")
      try writer.add(document)
      count += 1
    }
    let added = seconds(CLOCK_MONOTONIC) - started.wall
    try writer.commit()
    let wall = seconds(CLOCK_MONOTONIC) - started.wall
    let cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - started.cpu
    let bytes = try IndexReader(path: index).byteCount
    writeLine(
      "{\"docs\": \(count), \"added_s\": \(added), \"wall_s\": \(wall), \"cpu_s\": \(cpu), "
        + "\"bytes\": \(bytes)}")
  }

  private static func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes), as: UTF8.self)
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
