import HaskapTestSupport
import Testing

@testable import Haskap

/// Terms that patterns stand for, found in the dictionary, against a look at all terms.
@Suite struct PatternTests {
  private static let field = IndexedField(name: "body")
  private let folder = TemporaryFolder()
  private let terms: [String]
  private let dictionary: TermDictionary

  /// Words over few letters, so that many are near each other, of one to four bytes each.
  init() throws {
    var random = SplitMix(seed: 31)
    let letters = Array("abcこと会議𠮟".unicodeScalars) + ["\u{D7FF}", "\u{E000}", "\u{10FFFF}"]
    var all: Set<String> = ["", "colour", "color", "協働事業", "協力事業", "事業協働"]
    while all.count < 900 {
      let few = Int.random(in: 0..<3, using: &random) == 0 ? letters[...] : letters[..<3]
      var word = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        word.append(few.randomElement(using: &random) ?? "a")
      }
      all.insert(String(word))
    }
    terms = all.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    dictionary = try Self.write(terms.map { Array($0.utf8) }, folder)
  }

  static func write(_ terms: [[UInt8]], _ folder: TemporaryFolder) throws -> TermDictionary {
    let files = SegmentFiles(IndexDirectory(path: folder.path), segment: 1)
    let writer = try files.writer(.terms)
    let dictionary = TermDictionaryWriter(writer, options: field.options)
    for (number, term) in terms.enumerated() {
      let info = TermInfo(documentFrequency: number + 1, totalFrequency: number + 1)
      try term.withUnsafeBytes { try dictionary.append($0, info) }
    }
    let place = try dictionary.finish()
    try files.finish(writer)
    return TermDictionary(file: try files.mapped(.terms), options: field.options, place: place)
  }

  private func found(_ automaton: TermAutomaton) throws -> [String: Int] {
    var cursor = try AutomatonCursor(dictionary, automaton)
    var found: [String: Int] = [:]
    var last: [UInt8] = []
    while try cursor.advance() {
      #expect(found.isEmpty || last.lexicographicallyPrecedes(cursor.term))
      last = cursor.term
      let term = String(decoding: cursor.term, as: UTF8.self)
      #expect(cursor.info.documentFrequency == 1 + (terms.firstIndex(of: term) ?? -1))
      found[term] = cursor.distance
    }
    return found
  }

  @Test(arguments: [
    "", "*", "?", "??", "a*", "*a", "a*b", "a?b", "*ab*", "?b*c", "colo*r", "協*事業", "*事業",
    "a*b*c*a",
    "aaaaaaaaaaa", "ab??????", "\u{10FFFF}*", "*\u{10FFFF}", "?\u{E000}*", "こ*議",
  ])
  func wildcards(text: String) throws {
    let pattern = WildcardPattern(text)
    let expected = terms.filter { OraclePatterns.fits(pattern, $0) }
    #expect(try found(TermAutomaton(pattern)).keys.sorted() == expected.sorted(), "\(text)")
  }

  @Test(arguments: [0, 1, 2], [true, false])
  func fuzzyTerms(distance: Int, transpositions: Bool) throws {
    var random = SplitMix(seed: UInt64(distance))
    let others = ["", "a", "colour", "cloour", "事協働業", "abcabcabcabc", "会議𠮟𠮟"]
    let some = (0..<6).map { _ in terms.randomElement(using: &random) ?? "" }
    for word in others + some {
      for prefixLength in [0, 2, 20] {
        let fuzzy = FuzzyTerm(
          word, distance: distance, prefixLength: prefixLength, transpositions: transpositions)
        var expected: [String: Int] = [:]
        for term in terms { expected[term] = OraclePatterns.distance(fuzzy, term) }
        #expect(
          try found(TermAutomaton(fuzzy)) == expected, "\(word), beginning of \(prefixLength)")
      }
    }
  }

  /// Terms that a pattern cannot fit are leapt over, not read.
  @Test func leapsOverTerms() throws {
    let words = (0..<20_000).map { "a\(1_000_000 + $0)" } + ["zebra"]
    let other = TemporaryFolder()
    let dictionary = try Self.write(words.map { Array($0.utf8) }, other)
    var cursor = try AutomatonCursor(dictionary, TermAutomaton(FuzzyTerm("zabra")))
    #expect(try cursor.advance())
    #expect(cursor.term == Array("zebra".utf8))
    #expect(cursor.steps < 100)
    #expect(try !cursor.advance())
  }

  @Test func longestPatterns() throws {
    let long = String(repeating: "a", count: TermAutomaton.longest)
    let other = TemporaryFolder()
    let terms = [long.dropLast(), long[...], "\(long)a", "\(long)b"].map { Array($0.utf8) }
    let dictionary = try Self.write(terms, other)
    for (automaton, count) in [
      (TermAutomaton(FuzzyTerm(long, distance: 2)), 4), (TermAutomaton(WildcardPattern(long)), 1),
      (TermAutomaton(WildcardPattern("\(long)*")), 3),
    ] {
      var cursor = try AutomatonCursor(dictionary, automaton)
      var found = 0
      while try cursor.advance() { found += 1 }
      #expect(found == count)
    }
  }
}
