import Glibc
import HaskapTestSupport

@testable import Haskap
@testable import HaskapText

/// A text and where its words are cut, in scalars.
struct CutText {
  var scalars: [Unicode.Scalar]
  var boundaries: Set<Int>

  init(_ text: AnalyzedText) {
    scalars = Array(String(decoding: text.utf8, as: UTF8.self).unicodeScalars)
    var offset = 0
    boundaries = []
    for (place, scalar) in scalars.enumerated() {
      if text.boundaries.contains(offset) { boundaries.insert(place) }
      offset += UTF8.width(scalar)
    }
    if text.boundaries.contains(offset) { boundaries.insert(scalars.count) }
  }
}

/// Values by field.
typealias UnitDocument = [String: [AnalyzedText]]

/// A corpus with grams as segments on disk, beside the oracle over the same documents.
struct UnitFixture {
  static let names = ["title", "body"]
  static let fields = names.flatMap {
    [IndexedField(name: $0, positions: false), IndexedField(name: Schema.gramsName(of: $0))]
  }
  let folder = TemporaryFolder()
  let segments: [SearchSegment]
  let oracle: UnitOracle
  private let bases: [Int]

  /// - Parameter sizes: how many documents each segment gets.
  init(_ documents: [UnitDocument], sizes: [Int], isLive: [Bool]? = nil) throws {
    var bases = [0]
    var segments: [SearchSegment] = []
    for (number, size) in sizes.enumerated() {
      let range = bases[number]..<bases[number] + size
      segments.append(
        try Self.write(
          Array(documents[range]), IndexDirectory(path: folder.path), segment: UInt64(number + 1),
          isLive: isLive.map { Array($0[range]) }))
      bases.append(range.upperBound)
    }
    self.segments = segments
    self.bases = bases
    oracle = UnitOracle(
      documents: documents.map { $0.mapValues { $0.map(CutText.init) } }, isLive: isLive)
  }

  var searcher: Searcher { Searcher(segments) }

  static func write(
    _ documents: [UnitDocument], _ directory: IndexDirectory, segment: UInt64, isLive: [Bool]?
  ) throws -> SearchSegment {
    let buffer = InvertedBuffer(fields: fields)
    let boundaries = BoundariesBuffer(fieldCount: names.count)
    let cutter = GramCutter()
    for (number, document) in documents.enumerated() {
      for (field, name) in names.enumerated() {
        for value in document[name, default: []] {
          cutter.cut(value)
          boundaries.add(document: UInt32(number), field: field, cutter.boundaries)
          value.utf8.withUnsafeBufferPointer { utf8 in
            value.tokens.withUnsafeBufferPointer {
              buffer.add(document: UInt32(number), field: 2 * field, utf8: utf8, tokens: $0)
            }
            buffer.add(
              document: UInt32(number), field: 2 * field + 1, utf8: utf8, tokens: cutter.grams)
          }
        }
      }
    }
    let files = SegmentFiles(directory, segment: segment)
    try InvertedFlush.write([buffer], to: files, documentCount: documents.count)
    try BoundariesBuffer.write([boundaries], to: files, documentCount: documents.count)
    return SearchSegment(
      index: try InvertedIndex(files: files, fields: fields, documentCount: documents.count),
      live: isLive.map(Self.live),
      boundaries: try Boundaries(files, fieldCount: names.count, documentCount: documents.count))
  }

  private static func live(_ isLive: [Bool]) -> LiveDocuments {
    var words = [UInt64](repeating: 0, count: (isLive.count + 63) / 64)
    for (index, bit) in isLive.enumerated() where bit {
      words[index / 64] |= 1 << UInt64(index % 64)
    }
    return LiveDocuments(words: words)
  }

  /// The number of a hit over all segments.
  func number(_ hit: Hit) -> Int { bases[hit.segment] + Int(hit.document) }

  /// The rung of every document, as the engine has it.
  func rungs(_ unit: TextUnit) throws -> [Int: Int] {
    guard case .substring(let plan, _) = try searcher.prepare(.unit(unit)).plan else { return [:] }
    var rungs: [Int: Int] = [:]
    let scratch = SearchScratch()
    for segment in segments.indices {
      let builder = NodeBuilder(
        searcher: searcher, segment: segment, grid: ScoreGrid(weight: 1, total: 1), scratch.memory)
      let matching = try builder.matching(plan)
      let windows = WindowGrid(
        documentCount: segments[segment].index.documentCount, bits: WindowGrid.largestBits)
      for window in 0..<windows.count {
        let window = windows.window(window, scratch)
        let words = scratch.words()
        defer { scratch.release(words) }
        Bits.fill(words, length: window.count, count: window.wordCount)
        try matching.narrow(window, words, counting: true)
        try matching.measure(window, words) { place, rung, _ in
          rungs[bases[segment] + window.start + place] = Int(rung)
        }
      }
    }
    return rungs
  }
}

/// Finds units by comparing strings, and scores them by the formula as it is written down.
struct UnitOracle {
  let documents: [[String: [CutText]]]
  let isLive: [Bool]?

  struct Found: Equatable {
    var rung: Int
    var sum: Double
  }

  func rungs(_ unit: TextUnit) -> [Int: Int] { found(unit).mapValues(\.rung) }

  /// Live documents with their scores.
  func scores(_ unit: TextUnit) -> [Int: Double] {
    let found = found(unit)
    let fields = unit.fields.filter { $0.weight > 0 }.map(\.name)
    let count = Double(fields.map { lengths($0).count }.max() ?? 0)
    let estimates = unit.variants.map { variant in
      fields.map { documentFrequency(variant, in: $0) }.max() ?? 0
    }
    let live = found.keys.count { isLive?[$0] ?? true }
    let isCounted = documents.count <= 4096
    let frequency = min(count, Double(isCounted ? max(1, live) : estimates.reduce(0, +)))
    let rarity = log((count - frequency + 0.5) / (frequency + 0.5) + 1)
    let rungCount = Double(4 * ((unit.variants.map(\.tier).max() ?? 0) + 1))
    return found.filter { isLive?[$0.key] ?? true }.mapValues {
      max(rarity, 1.0 / 1024) * (rungCount - 1 - Double($0.rung) + $0.sum / (1.2 + $0.sum))
        / rungCount
    }
  }

  /// The estimate that `SubstringPlan` documents, for an index of more than a window.
  private func documentFrequency(_ variant: UnitVariant, in field: String) -> Int {
    let wanted = Array(String(decoding: variant.utf8, as: UTF8.self).unicodeScalars)
    let grams = documents.map { document in
      (document[field] ?? []).reduce(into: Set<[Unicode.Scalar]>()) { grams, value in
        for place in value.scalars.indices {
          grams.insert(Array(value.scalars[place...].prefix(2)))
        }
      }
    }
    guard wanted.count != 1 else {
      let postings = Double(grams.reduce(0) { $0 + $1.count { $0[0] == wanted[0] } })
      let count = Double(max(1, lengths(field).count))
      return postings == 0 ? 0 : max(1, Int((count * -expm1(-postings / count)).rounded()))
    }
    return (0..<max(0, wanted.count - 1)).map { place in
      grams.count { $0.contains(Array(wanted[place..<place + 2])) }
    }.min() ?? 0
  }

  private func found(_ unit: TextUnit) -> [Int: Found] {
    var found: [Int: Found] = [:]
    for field in unit.fields where field.weight > 0 {
      let lengths = lengths(field.name)
      let average = lengths.values.reduce(0, +) / Double(max(1, lengths.count))
      for variant in unit.variants {
        for (number, document) in documents.enumerated() {
          guard let length = lengths[number] else { continue }
          let code = FieldLength.encode(Int(length))
          let part =
            field.weight
            / (1 - field.b + field.b * Double(FieldLength.decode(code)) / average)
          for value in document[field.name] ?? [] {
            for rung in Self.occurrences(variant, in: value) {
              let total = 4 * variant.tier + rung
              let old = found[number] ?? Found(rung: .max, sum: 0)
              found[number] = Found(
                rung: min(old.rung, total), sum: old.sum + part / Double(1 << total))
            }
          }
        }
      }
    }
    return found
  }

  /// Characters of every document that has the field, its values one apart.
  private func lengths(_ field: String) -> [Int: Double] {
    var lengths: [Int: Double] = [:]
    for (number, document) in documents.enumerated() {
      let values = (document[field] ?? []).map(\.scalars.count).filter { $0 > 0 }
      if !values.isEmpty { lengths[number] = Double(values.reduce(-1) { $0 + $1 + 1 }) }
    }
    return lengths
  }

  /// Whether no number goes on over an end of a place.
  private static func isWholeNumber(_ place: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    let digits = Array("0123456789".unicodeScalars)
    let signs = digits + Array("〇一二三四五六七八九十百千万億".unicodeScalars)
    let (before, after) = (text[..<place.lowerBound], text[place.upperBound...])
    let ends = text[place]
    if let last = ends.last, signs.contains(last), let next = after.first, signs.contains(next) {
      return false
    }
    guard let first = ends.first, signs.contains(first), let previous = before.last else {
      return true
    }
    if digits.contains(first), previous == "," || previous == "." {
      return !(before.dropLast().last.map(digits.contains) ?? false)
    }
    return !signs.contains(previous)
  }

  /// The rungs of all places where the variant stands in a text.
  static func occurrences(_ variant: UnitVariant, in text: CutText) -> [Int] {
    let wanted = Array(String(decoding: variant.utf8, as: UTF8.self).unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= text.scalars.count else { return [] }
    return (0...text.scalars.count - wanted.count)
      .filter { Array(text.scalars[$0..<$0 + wanted.count]) == wanted }
      .filter { !variant.beginsWord || text.boundaries.contains($0) }
      .filter { !variant.endsWord || text.boundaries.contains($0 + wanted.count) }
      .filter { !variant.isWholeNumber || isWholeNumber($0..<$0 + wanted.count, in: text.scalars) }
      .map { start in
        let end = start + wanted.count
        let ends = [start, end].filter(text.boundaries.contains).count
        let inner = Set(text.boundaries.filter { $0 > start && $0 < end }.map { $0 - start })
        if ends == 2 { return 0 }
        if ends == 1, inner.isEmpty || inner == Set(variant.cuts) { return 1 }
        return inner.isEmpty ? 2 : 3
      }
  }
}
