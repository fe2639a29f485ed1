import Glibc
import HaskapText
import UbrkLoop

/// Counts differences between the two segmenters: boundaries, and which pieces are words.
struct Comparison {
  private let reference = Reference()
  private let session: AnalyzerSession
  private var text = AnalyzedText()
  private var ends: [UInt32] = []
  private var isWord: [Bool] = []
  private var boundaries = 0
  private var differences = 0

  private init() throws {
    var options = Analyzer.Options()
    options.normalizes = false
    session = try Analyzer(named: "icu", options: options).makeSession()
  }

  static func run(on documents: Documents) throws {
    var comparison = try Comparison()
    try documents.withEach { try comparison.check($0) }
    comparison.finish("\(documents.ends.count) texts")
  }

  static func runRandom(_ count: Int, seed: UInt64) throws {
    var comparison = try Comparison()
    var random = RandomText(seed: seed)
    for _ in 0..<count {
      var string = random.string(length: Int.random(in: 1...40, using: &random.generator))
      try string.withUTF8 { try comparison.check($0) }
    }
    comparison.finish("\(count) random strings, seed \(seed)")
  }

  private mutating func check(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    if ends.count < bytes.count {
      ends = Array(repeating: 0, count: bytes.count)
      isWord = Array(repeating: false, count: bytes.count)
    }
    let pieces = Int(
      ubrk_loop_pieces(reference.loop, bytes.baseAddress, bytes.count, &ends, &isWord))
    try session.analyze(bytes, into: &text, mapOffsets: false)
    boundaries += pieces
    if text.boundaries.offsets.dropFirst().map(UInt32.init) != Array(ends[..<pieces])
      || text.tokens != words(pieces)
    {
      differences += 1
      print("differs: \(String(decoding: bytes.prefix(300), as: UTF8.self).debugDescription)")
    }
  }

  private func words(_ pieces: Int) -> [TokenSpan] {
    var start: UInt32 = 0
    var words: [TokenSpan] = []
    for piece in 0..<pieces {
      if isWord[piece] { words.append(TokenSpan(start: start, end: ends[piece])) }
      start = ends[piece]
    }
    return words
  }

  private func finish(_ what: String) {
    print("\(what): \(boundaries) boundaries, \(differences) texts differ")
    if differences > 0 { exit(1) }
  }
}
