internal import Glibc
internal import Haskap

/// Indexes a file of pre-tokenized passages: words with positions, the identifier stored.
enum Build {
  static func run(tokens: String, index: String) throws {
    let started = (wall: seconds(CLOCK_MONOTONIC), cpu: seconds(CLOCK_PROCESS_CPUTIME_ID))
    let schema = try Schema([
      .stored("id"), .text("body", analyzer: "whitespace", stored: false),
    ])
    let writer = try IndexWriter(
      replacing: index, schema: schema, options: BuildOptions.ofEnvironment)
    guard var lines = FileLines(path: tokens) else {
      writeLine("cannot open \(tokens)", to: STDERR_FILENO)
      exit(1)
    }
    let count = try lines.add(to: writer)
    try writer.commit()
    let wall = seconds(CLOCK_MONOTONIC) - started.wall
    let cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - started.cpu
    writeLine("{\"docs\": \(count), \"wall_s\": \(wall), \"cpu_s\": \(cpu)}")
  }
}

/// What both builds are given and do.
enum BuildOptions {
  static var ofEnvironment: IndexWriter.Options {
    var options = IndexWriter.Options()
    options.memoryBudget = (integer("HASKAP_BUDGET") ?? 2048) << 20
    options.workers = integer("HASKAP_WORKERS") ?? 1
    return options
  }

  private static func integer(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }
  }
}

extension FileLines {
  /// Adds lines of `id TAB text` as documents, and returns how many there are.
  ///
  /// - Throws: `LineError` for a line that is none, or where there is no line at all.
  mutating func add(to writer: IndexWriter) throws -> Int {
    var count = 0
    while let line = next() {
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else {
        throw LineError(line: count + 1)
      }
      var document = Document()
      document.append(text(line[..<tab]), to: "id")
      document.append(text(line[(tab + 1)...]), to: "body")
      try writer.add(document)
      count += 1
    }
    if count == 0 { throw LineError(line: 1) }
    return count
  }

  /// Takes the file's word that it is UTF-8, as the peers' programs do.
  private func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
    let utf8 = UnsafeRawBufferPointer(rebasing: bytes).assumingMemoryBound(to: UInt8.self)
    return String(copying: UTF8Span(unchecked: utf8.span))
  }
}

func seconds(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
