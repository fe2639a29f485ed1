/// A piece of the engine's work that can be done alone, again and again, for a profiler or for a
/// count of instructions.
public enum BenchPart: String, CaseIterable, Sendable {
  /// Normalizing texts and finding their words.
  case segmentation
  /// Building an index of 300 documents.
  case building
  /// Looking up words and weighing them, without searching.
  case lookup
  /// Unpacking all postings of frequent words.
  case blocks
  /// The ten best of documents with any of some words.
  case union
  /// The ten best of documents with all of some words.
  case intersection
  /// The ten best of documents with words side by side.
  case phrase
  /// The ten best of documents with a run of characters.
  case substring
  /// The ten best of documents with words that a pattern fits.
  case wildcard
  /// The ten best of documents with words one edit away.
  case fuzzy
  /// Marking words in a text and choosing what to show.
  case snippet
  /// Ranking answers to a question.
  case question
}
