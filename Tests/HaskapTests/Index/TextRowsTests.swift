import HaskapTestSupport
import HaskapText
import Testing

@testable import Haskap

/// What is read back out of the inverted index is what the analyzer gave when it was built.
@Suite struct TextRowsTests {
  private static let pieces = [
    "苫小牧の港", "まちかど ミーティング", "committee A-1", "。", "", "東京都", "x", "\u{20BB7}野家", "花火 花火 花火",
  ]

  @Test func rowsAreTheAnalyzedTexts() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed: seed)
    let folder = TemporaryFolder()
    let schema = try Schema([
      .keyword("tags", column: false), .text("body", grams: true), .text("note", positions: false),
    ])
    let documents = (0..<700).map { number -> Document in
      var document = Document()
      for field in ["tags", "body", "note"] {
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          document.append(Self.pieces.randomElement(using: &random) ?? "", to: field)
        }
      }
      if number == 300 { document.append(String(repeating: "長い文。", count: 200), to: "body") }
      return document
    }
    let writer = try IndexWriter(path: folder.path, schema: schema)
    for part in [documents[..<650], documents[650...]] {
      for document in part { try writer.add(document) }
      try writer.commit()
    }
    let reader = try IndexReader(path: folder.path)
    #expect(reader.segmentCount == 2)
    var number = 0
    for segment in 0..<2 {
      let count = reader.documentCount(ofSegment: segment)
      for first in stride(from: 0, to: count, by: 37) {
        let window = first..<min(first + 37, count)
        let rows = try ["tags", "body", "note"].map {
          try #require(try reader.words(of: $0, segment: segment, window))
        }
        let grams = try #require(try reader.grams(of: "body", segment: segment, window))
        for document in window {
          let expected = try Expected(documents[number])
          let place = "seed \(seed), document \(number)"
          #expect(rows[0].terms(of: document) == expected.tags, "\(place)")
          #expect(rows[1].terms(of: document) == expected.words, "\(place)")
          #expect(rows[2].terms(of: document) == expected.unordered, "\(place)")
          #expect(grams.terms(of: document) == expected.grams, "\(place)")
          let cuts = try reader.cuts(of: "body", segment: segment, document: document)
          #expect(cuts.starts(with: expected.cuts), "\(place)")
          number += 1
        }
      }
    }
  }

  private struct Expected {
    var tags: [[UInt8]?] = []
    var words: [[UInt8]?] = []
    var unordered: [[UInt8]?] = []
    var grams: [[UInt8]?] = []
    var cuts: [Bool] = []

    init(_ document: Document) throws {
      let session = try Analyzer(named: "icu").makeSession()
      var text = AnalyzedText()
      for value in document["body"].compactMap(\.text) {
        try session.analyze(value, into: &text)
        let tokens = text.tokens.map { Array(text.text(of: $0).utf8) }
        if !tokens.isEmpty { words += (words.isEmpty ? [] : [nil]) + tokens }
        let scalars = Array(String(decoding: text.utf8, as: UTF8.self).unicodeScalars)
        guard !scalars.isEmpty else { continue }
        grams += grams.isEmpty ? [] : [nil]
        var offset = 0
        for (place, scalar) in scalars.enumerated() {
          let pair = place + 1 < scalars.count ? "\(scalar)\(scalars[place + 1])" : "\(scalar)"
          grams.append(Array(pair.utf8))
          cuts.append(text.boundaries.contains(offset))
          offset += String(scalar).utf8.count
        }
        cuts.append(text.boundaries.contains(offset))
      }
      for value in document["note"].compactMap(\.text) {
        try session.analyze(value, into: &text)
        unordered += text.tokens.map { Array(text.text(of: $0).utf8) }
      }
      tags = Set(document["tags"].compactMap(\.text).filter { !$0.isEmpty }.map { Array($0.utf8) })
        .map { $0 }
      tags.sort { ($0 ?? []).lexicographicallyPrecedes($1 ?? []) }
      unordered.sort { ($0 ?? []).lexicographicallyPrecedes($1 ?? []) }
    }
  }
}
