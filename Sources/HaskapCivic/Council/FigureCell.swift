internal import HaskapText

/// The figures of one cell, and the days they were counted on.
struct FigureCell: Equatable {
  struct Entry: Equatable {
    var label: String
    var value: Double?
    var unit: String?
  }
  /// A day, or a run of days, with the people who came.
  struct Event: Equatable {
    var days: DayRange
    var participants: Int?
    var unit: String?
    var label: String?
    /// `約`
    var isApproximate = false
    /// `中止` and the like
    var isCancelled = false
  }
  var entries: [Entry] = []
  var events: [Event] = []
  /// `中止` or the like, and no figure at all.
  let isCancelled: Bool

  init(_ text: String) {
    var parser = FigureParser(FigureLexer.tokens(text))
    parser.run()
    entries = parser.entries
    events = parser.events
    isCancelled = parser.entries.isEmpty && OffWords.say(text.filter { !$0.isWhitespace })
  }

  /// The people who took part, where the cell has no other count of people beside them.
  var totalParticipants: Int? {
    let people = entries.filter { FigureUnit.people.contains($0.unit ?? "") && !$0.isPart }
    guard !people.isEmpty, people.allSatisfy(\.countsParticipants) else { return nil }
    let held = events.filter { !$0.isCancelled && $0.participants != nil }
    let values = people.compactMap { $0.value.flatMap(Int.init(exactly:)) }
    guard values.count == people.count, values.count == 1 || values.count == held.count else {
      return nil
    }
    return values.saturatedSum
  }
}

extension FigureCell.Entry {
  /// `参加者`, `参加者(延べ)`, `来場者数`
  var countsParticipants: Bool {
    guard let word = label.split(separator: " ").last else { return false }
    return ["参加", "来場", "受講", "入場"].contains { word.contains($0) }
  }

  /// Counted once more in the figure before: `(内、一般参加)`.
  var isPart: Bool { label.contains("(内") || label.contains("(うち") }
}
