internal import Haskap
internal import HaskapText

/// Cuts a file of original text into words, so that all engines can be given the same.
enum Tokens {
  /// Reads lines of `id TAB text`, writes lines of `id TAB words, separated by spaces`.
  static func run(text: String, tokens: String) throws {
    guard var lines = FileLines(path: text) else { throw BenchError("cannot open \(text)") }
    let session = try Analyzer(named: "icu").makeSession()
    var analyzed = AnalyzedText()
    let output = try LineWriter(path: tokens)
    while let line = lines.next() {
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { continue }
      let text = UnsafeRawBufferPointer(rebasing: line[(tab + 1)...])
      try session.analyze(
        text.assumingMemoryBound(to: UInt8.self), into: &analyzed, mapOffsets: false)
      output.write(line[...tab])
      for (number, token) in analyzed.tokens.enumerated() {
        if number > 0 { output.write(CollectionOfOne(UInt8(ascii: " "))) }
        output.write(analyzed.utf8[Int(token.start)..<Int(token.end)])
      }
      output.write(CollectionOfOne(UInt8(ascii: "\n")))
    }
    try output.finish()
  }
}
