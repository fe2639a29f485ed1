internal import Haskap
internal import HaskapText

/// Terms and phrases drawn from documents, and how many documents have each: counted by walking
/// through the words of all texts, which is what indexes of them are compared with.
struct ExpectedAnswers {
  private struct Asked {
    let field: String
    let words: [String]
    /// For each size.
    var counts: [Int]
  }

  private var asked: [Asked] = []
  private let sizes: [Int]
  /// Of each size those that a later document of the same key replaces.
  private let replaced: [Set<Int>]

  /// So many terms, and so many phrases.
  private static let each = 16
  /// A term has a limit.
  private static let longest = 200

  /// - Parameter sizes: how many documents, from the first on, indexes are built of.
  init(_ documents: [Document], _ schema: Schema, sizes: [Int]) throws {
    self.sizes = Set(sizes).sorted()
    replaced = self.sizes.map { Self.replaced(documents.prefix($0), schema) }
    let texts = try FieldTexts.all(schema)
    try draw(documents, texts)
    let all = documents.prefix(self.sizes.last ?? 0)
    for text in texts {
      try count(all, text, places: asked.indices.filter { asked[$0].field == text.field })
    }
  }

  var count: Int { asked.count }

  /// - Returns: the index, which is whole, holds so many documents, and finds what they have.
  /// - Throws: `WrongAnswer` where that is not so.
  func check(_ path: String, documents size: Int) throws -> IndexReader {
    let reader = try IndexReader(path: path)
    guard let place = sizes.firstIndex(of: size),
      reader.documentCount == size - replaced[place].count
    else { throw WrongAnswer("the index of \(size) documents holds \(reader.documentCount)") }
    if let problem = IndexCheck.run(path: path).problems.first {
      throw WrongAnswer("the index is damaged: \(problem)")
    }
    let searcher = reader.makeSearcher()
    for asked in asked {
      let words = asked.words.map { Array($0.utf8) }
      let found = try searcher.count(
        words.count == 1
          ? .term(field: asked.field, words[0]) : .phrase(field: asked.field, words))
      guard found == asked.counts[place] else {
        throw WrongAnswer(
          "the index of \(size) documents finds '\(asked.words.joined(separator: " "))' in "
            + "'\(asked.field)' of \(found), and \(asked.counts[place]) have it")
      }
    }
    return reader
  }

  private static func replaced(_ documents: ArraySlice<Document>, _ schema: Schema) -> Set<Int> {
    guard let key = schema.key else { return [] }
    var last: [String: Int] = [:]
    return documents.enumerated().reduce(into: []) { replaced, next in
      if let earlier = last.updateValue(next.offset, forKey: next.element.text(key) ?? "") {
        replaced.insert(earlier)
      }
    }
  }

  /// In turn from the smallest index's documents and from those of the largest.
  private mutating func draw(_ documents: [Document], _ texts: [FieldTexts]) throws {
    var random = SeededGenerator(seed: 7)
    var known: Set<[String]> = []
    let ends = [sizes.first, sizes.last].compactMap(\.self).filter { $0 > 0 }
    guard !ends.isEmpty, !texts.isEmpty else { return }
    for number in 0..<Self.each * 20 where asked.count < 2 * Self.each {
      let text = texts[number / 2 % texts.count]
      let document = documents[random.number(0...ends[number % ends.count] - 1)]
      let length = asked.count < Self.each || !text.hasPositions ? 1 : random.number(2...3)
      guard let words = try text.words(of: document).first, words.count >= length else { continue }
      let start = random.number(0...words.count - length)
      let run = Array(words[start..<start + length])
      guard run.allSatisfy({ !$0.isEmpty && $0.utf8.count <= Self.longest }),
        known.insert([text.field] + run).inserted
      else { continue }
      asked.append(Asked(field: text.field, words: run, counts: sizes.map { _ in 0 }))
    }
  }

  private mutating func count(
    _ documents: ArraySlice<Document>, _ text: FieldTexts, places: [Int]
  ) throws {
    let byFirst = Dictionary(grouping: places) { asked[$0].words[0] }
    for (number, document) in documents.enumerated() where !byFirst.isEmpty {
      var found: Set<Int> = []
      for words in try text.words(of: document) {
        for (start, word) in words.enumerated() {
          for place in byFirst[word] ?? [] where words[start...].starts(with: asked[place].words) {
            found.insert(place)
          }
        }
      }
      for place in found {
        for (size, index) in zip(sizes, sizes.indices)
        where number < size && !replaced[index].contains(number) {
          asked[place].counts[index] += 1
        }
      }
    }
  }
}

/// The words of one text field's values.
private struct FieldTexts {
  let field: String
  let hasPositions: Bool
  private let session: AnalyzerSession

  static func all(_ schema: Schema) throws -> [FieldTexts] {
    try schema.fields.compactMap { field in
      try field.textOptions.map { options in
        FieldTexts(
          field: field.name, hasPositions: options.positions,
          session: try schema.analyzer(named: options.analyzer).makeSession())
      }
    }
  }

  func words(of document: Document) throws -> [[String]] {
    var analyzed = AnalyzedText()
    return try document[field].compactMap(\.text).map { text in
      try session.analyze(text, into: &analyzed)
      return analyzed.tokens.map(analyzed.text)
    }
  }
}
