internal import CLibrary
internal import HaskapText

/// Tells how much of a sentence's information stands together in a text.
///
/// The text is read once: `PhraseTable` finds the words of the question and its neighbors, and what
/// each sentence of the text has of them is summed up where it ends.
struct SentenceScorer {
  private let table: PhraseTable
  /// Of each phrase of the table: first the words, then the neighbors.
  private let rarities: [Double]
  private let wordCount: Int
  private let asksForDate: Bool

  init(_ sentence: Sentence) {
    let words = sentence.distinctWords.filter(\.isContent)
    var neighbors: [(text: String, rarity: Double)] = []
    for (first, second) in zip(sentence.words, sentence.words.dropFirst()) {
      let text = first.text + second.text
      guard !neighbors.contains(where: { $0.text == text }) else { continue }
      neighbors.append((text, min(first.rarity, second.rarity)))
    }
    table = PhraseTable(words.map(\.text) + neighbors.map(\.text))
    rarities = words.map { $0.rarity * $0.weight } + neighbors.map(\.rarity)
    wordCount = words.count
    asksForDate = sentence.asksForDate
  }

  /// - Parameters:
  ///   - headings: of a document, normalized.
  ///   - texts: all others of its texts.
  func score(headings: [[UInt8]] = [], _ texts: [[UInt8]]) -> Double {
    var reading = Reading(scorer: self)
    var length = 0
    for (place, text) in (headings + texts).enumerated() {
      length += text.count
      reading.isHeading = place < headings.count
      table.forEachMatch(in: text) { reading.take($0) }
      reading.endSentence()
      reading.previous.removeAll(keepingCapacity: true)
    }
    // Three bytes are a character of Japanese; a factor moves all scores alike.
    return reading.score + SentenceWeights.length * log(Double(length) + 3)
  }

  /// What has been read of a text.
  private struct Reading {
    let scorer: SentenceScorer
    /// By phrase, the number of the sentence that had it last.
    private var lastSentence: [Int]
    /// By phrase, whether the texts below the headings have it.
    private var isInText: [Bool]
    var isHeading = false
    private var number = 1
    private var found: [Int] = []
    var previous: [Int] = []
    private var hasDate = false
    private var best = 0.0
    private var bestHasDate = false
    private var bestPair = 0.0
    private var neighbors = 0.0

    init(scorer: SentenceScorer) {
      self.scorer = scorer
      lastSentence = Array(repeating: 0, count: scorer.rarities.count)
      isInText = Array(repeating: false, count: scorer.rarities.count)
    }

    var score: Double {
      SentenceWeights.sentence * best + SentenceWeights.sentences * bestPair
        + SentenceWeights.neighbors * neighbors + SentenceWeights.headingAlone * headingAlone
        + (scorer.asksForDate && bestHasDate ? SentenceWeights.date : 0)
    }

    /// The rarity of the words that only headings have.
    private var headingAlone: Double {
      (0..<scorer.wordCount).reduce(0) { sum, word in
        lastSentence[word] > 0 && !isInText[word] ? sum + scorer.rarities[word] : sum
      }
    }

    mutating func take(_ event: PhraseTable.Event) {
      switch event {
      case .sentenceEnd: endSentence()
      case .date: hasDate = true
      case .phrase(let phrase):
        if !isHeading { isInText[phrase] = true }
        guard lastSentence[phrase] != number else { return }
        if lastSentence[phrase] == 0, phrase >= scorer.wordCount {
          neighbors += scorer.rarities[phrase]
        }
        lastSentence[phrase] = number
        found.append(phrase)
      }
    }

    mutating func endSentence() {
      var (words, sum, both) = (0.0, 0.0, 0.0)
      for phrase in found {
        let rarity = scorer.rarities[phrase]
        if phrase < scorer.wordCount { words += rarity }
        sum += phrase < scorer.wordCount ? rarity : SentenceWeights.neighborsInSentence * rarity
      }
      for phrase in previous where phrase < scorer.wordCount && lastSentence[phrase] != number {
        both += scorer.rarities[phrase]
      }
      if sum > best { (best, bestHasDate) = (sum, hasDate) }
      bestPair = max(bestPair, words + both)
      swap(&previous, &found)
      found.removeAll(keepingCapacity: true)
      hasDate = false
      number += 1
    }
  }
}
