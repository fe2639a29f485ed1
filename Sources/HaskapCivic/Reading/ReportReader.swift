/// The one door for reports: finds out by content which layout a text has, and reads it.
public enum ReportReader {
  /// Every text gives a reading: one of no known layout becomes plain paragraphs, with a warning.
  public static func read(_ text: ReportText) -> Reading {
    let scored = layouts.map { (layout: $0, score: $0.score(text)) }
    guard let best = scored.max(by: { $0.score < $1.score }), best.score > 0 else {
      return ParagraphReader.read(text)
    }
    return best.layout.read(text)
  }

  /// A layout that can be recognised and read.
  struct Layout: Sendable {
    /// How many lines of a text speak for this layout; 0 where none does.
    let score: @Sendable (ReportText) -> Int
    let read: @Sendable (ReportText) -> Reading
  }

  private static let layouts = [
    Layout(score: JSONLinesReader.score, read: JSONLinesReader.read),
    Layout(score: CollaborationReader.score, read: CollaborationReader.read),
  ]
}
