internal import Haskap

/// What the parts of a sentence's score count.
///
/// Learned on 4,000 questions over 13,447 paragraphs (JaQuAD and JSQuAD) by a softmax over the
/// best 64 of each. `Benchmarks/Questions/learn_weights.py` repeats the experiment;
/// `Benchmarks/NOTES.md` tells what each part brings.
enum SentenceWeights {
  /// Repetitions say little: whether a word stands there counts.
  static let ranking = BM25(k1: 0.35, b: 0.75)
  /// A pair of characters, against a word of the same rarity.
  static let pair = 0.36
  /// A word in a field above the text itself, such as a title, which the text mostly repeats.
  static let heading = 0.3
  /// The rarity of the words that a heading has and the text does not.
  static let headingAlone = 0.81
  /// A number or a Latin word, against any other word.
  static let number = 1.5
  /// For the natural logarithm of the length. PhraseIndex have no norms of their own.
  static let length = -1.32
  /// The rarity of the words, and of half of the neighbors, in the sentence that has the most.
  static let sentence = 0.37
  static let neighborsInSentence = 0.5
  /// The rarity of the words in two sentences, one behind the other, that have the most.
  static let sentences = 0.39
  /// The rarity of two words that stand side by side as in the question, anywhere.
  static let neighbors = 0.65
  /// That the best sentence has a date, where the question asks for one.
  static let date = 3.4
  /// How many of the best are brought into order by their sentences, and then the next so many, so
  /// that each page goes on where the one before ended. With 64 the figures of 3,000 questions are
  /// the same.
  static let candidates = 40
  /// Those behind them stay in the order of the words.
  static let mostLooked = 6 * candidates
}
