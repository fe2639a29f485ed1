import HaskapText

/// The cell 実施年月日、参加人数: when a project was held, and who came.
///
/// The cell is read from left to right: a heading, dates, and brackets with the participants;
/// a heading holds for all dates up to the next. What is none of them becomes a remark.
struct OccurrenceCell {
  var occurrences: [Record.Occurrence] = []
  private(set) var total: Int?
  private(set) var remarks: [String] = []
  private(set) var notes: [Record.Note] = []

  /// True where the cell says of everything that it was called off.
  var isCancelled: Bool { !occurrences.isEmpty && occurrences.allSatisfy { $0.cancelled == true } }

  var isDated: Bool { occurrences.contains { $0.start != nil } }

  private var heading: String?
  private var pending = ""
  /// In bytes: words that many before a figure tell of something else.
  private static let longestPending = 300
  /// True where a figure next would be of views.
  private var expectsViews: Bool {
    pending.utf8.count <= Self.longestPending && Count.speaksOfViews(pending)
  }
  /// The dates that brackets may still speak of.
  private var open: Range<Int>?
  /// What the words or brackets just before called off.
  private var calledOff: Range<Int>?
  /// By the place of an open holding of days listed one by one: these days.
  private var days: [Int: [PartialDate]] = [:]
  /// True where the report calls the total a sum, so that the dates must add up to it.
  private var isTotalSum = false
  /// What the dates read so far add up to in people; nil where one of them does not tell.
  private var sum: Int? = 0

  init(_ cell: String, fiscalYear: Int?) {
    let (body, asides) = OccurrenceWords.asides(
      OccurrenceWords.compact(cell), fiscalYear: fiscalYear)
    for piece in OccurrencePiece.all(in: body, fiscalYear: fiscalYear) {
      if case .brackets = piece {} else { calledOff = nil }
      switch piece {
      case .text(let text): read(text)
      case .brackets(let inside, let printed): readBrackets(inside, printed: printed)
      case .dates(let list): add(list)
      }
    }
    finish()
    for aside in asides { readAside(aside) }
    closeTotal()
    notes += OccurrenceFigures.suspects(occurrences)
  }
}

extension OccurrenceCell {
  private mutating func add(_ list: DateList) {
    closeDates()
    let label = OccurrenceWords.label(pending)
    pending = ""
    if !label.isEmpty { heading = OccurrenceWords.isOrdinal(label) ? nil : label }
    let first = occurrences.count
    for span in list.spans {
      var occurrence = Record.Occurrence(start: span.start, end: span.end)
      occurrence.label = heading
      days[occurrences.count] = span.days
      occurrences.append(occurrence)
    }
    open = first..<occurrences.count
    notes += list.notes
  }

  private mutating func readBrackets(_ inside: String, printed: String) {
    let words = expectsViews ? pending : ""
    let attendance = Attendance(words + inside.withoutSpaces)
    if ["人", "名"].contains(attendance.text) {
      let reason = "参加人数の数字がありません"
      notes.append(
        .init(kind: .suspect, field: "totalParticipants", printed: printed, reason: reason))
      return
    }
    noteUncertain(attendance)
    if attendance.cancelled { remarks.append(attendance.text) }
    if let remark = attendance.remark { remarks.append(remark) }
    // 中止（休止中） tells of one thing, and 休止 more exactly what it is.
    if attendance.cancelled, pending.isEmpty, let calledOff {
      for index in calledOff where !occurrences[index].isPaused {
        if let pause = attendance.label { addLabel(pause, to: index) }
      }
      return
    }
    if attendance.countsViews, !words.isEmpty {
      readViews(attendance)
    } else if let open, pending.isEmpty {
      attach(attendance, to: open)
    } else if let open, attendance.countsPeople,
      occurrences[open.upperBound - 1].participants == nil
    {
      label(open, with: pending)
      attach(attendance, to: open)
    } else if attendance.isTotal, Trimming.marks(pending).isEmpty {
      setTotal(attendance)
    } else if attendance.participants != nil || attendance.cancelled {
      addUndated(attendance)
    } else {
      pending += printed
    }
  }

  private mutating func noteUncertain(_ attendance: Attendance) {
    guard attendance.isUncertain else { return }
    notes.append(
      .init(
        kind: .suspect, field: "totalParticipants", printed: attendance.text,
        reason: "参加人数が1つの数に定まりません"))
  }

  /// Words between dates and their brackets tell of these dates: a place, or how.
  private mutating func label(_ range: Range<Int>, with words: String) {
    let words = OccurrenceWords.label(words)
    pending = ""
    if Count.saysOnlyThatPeopleCame(words) { return }
    for index in range { addLabel(words, to: index) }
  }

  /// Several dates with one figure: it is printed with the last, and counts once.
  private mutating func attach(_ attendance: Attendance, to range: Range<Int>) {
    let last = range.upperBound - 1
    if let label = attendance.label {
      for index in range { addLabel(label, to: index) }
    }
    if attendance.cancelled {
      for index in range { occurrences[index].cancelled = true }
      (open, calledOff) = (nil, range)
      return
    }
    guard attendance.participants != nil else { return }
    if occurrences[last].participants != nil {
      if attendance.isTotal { setTotal(attendance) }
      return
    }
    if attendance.isEach {
      let range = listingDays(range)
      for index in range { set(attendance, at: index) }
      return
    }
    set(attendance, at: last)
    if range.count > 1 {
      let reason = "参加人数は\(range.count)つの日程を合わせたもので、最後の日程に記しました"
      notes.append(.init(kind: .inferred, field: "occurrences", reason: reason))
    }
  }

  /// `1日、2日 (各回15人)` are two holdings.
  private mutating func listingDays(_ range: Range<Int>) -> Range<Int> {
    let parts = range.flatMap { index in
      guard let listed = days[index], !listed.isEmpty else { return [occurrences[index]] }
      return listed.map { day in
        var part = occurrences[index]
        (part.start, part.end) = (day, nil)
        return part
      }
    }
    occurrences.replaceSubrange(range, with: parts)
    let listed = range.lowerBound..<(range.lowerBound + parts.count)
    open = listed
    return listed
  }

  private mutating func setTotal(_ attendance: Attendance) {
    if attendance.countsViews { return }
    total = attendance.participants
    isTotalSum = attendance.isTotal
  }

  private mutating func set(_ attendance: Attendance, at index: Int) {
    occurrences[index].participants = attendance.participants
    occurrences[index].unit = attendance.unit
    if attendance.approximate { occurrences[index].approximate = true }
    if attendance.isTotal { setTotal(attendance) }
  }

  private mutating func addUndated(_ attendance: Attendance) {
    closeDates()
    var occurrence = Record.Occurrence()
    let label = Trimming.marks(pending)
    pending = ""
    if !label.isEmpty { heading = label }
    occurrence.label = attendance.label.map { Self.joined(heading, $0) } ?? heading
    if attendance.cancelled { occurrence.cancelled = true }
    occurrences.append(occurrence)
    if attendance.participants != nil { set(attendance, at: occurrences.count - 1) }
    open = occurrences.count - 1..<occurrences.count
    closeDates()
  }

  /// Ends the dates that brackets may speak of, and adds up their people.
  private mutating func closeDates() {
    guard let range = open else { return }
    open = nil
    let held = occurrences[range].filter { $0.cancelled != true && $0.unit != Attendance.views }
    guard !held.isEmpty else { return }
    let people = held.compactMap { ["人", "名"].contains($0.unit) ? $0.participants : nil }
    sum = people.isEmpty ? nil : sum.map { ([$0] + people).saturatedSum }
  }

  /// In place: dates may have thousands of brackets behind them.
  private mutating func addLabel(_ label: String, to index: Int) {
    if occurrences[index].label == nil {
      occurrences[index].label = label
    } else {
      occurrences[index].label?.append("（\(label)）")
    }
  }

  private static func joined(_ heading: String?, _ label: String) -> String {
    heading.map { "\($0)（\(label)）" } ?? label
  }
}

extension OccurrenceCell {
  private mutating func read(_ text: String) {
    if let open, let suffix = OccurrenceWords.suffix(of: text) {
      label(open, with: suffix)
      return
    }
    for chunk in text.split(whereSeparator: \.isWhitespace).map(String.init) { readChunk(chunk) }
  }

  private mutating func readChunk(_ chunk: String) {
    let attendance = Attendance(expectsViews ? pending + chunk : chunk)
    noteUncertain(attendance)
    if attendance.countsViews {
      readViews(attendance)
    } else if attendance.cancelled {
      cancel(chunk)
    } else if attendance.countsPeople, let open,
      occurrences[open.upperBound - 1].participants == nil
    {
      if !pending.isEmpty { label(open, with: pending) }
      attach(attendance, to: open)
    } else if attendance.isTotal, attendance.countsPeople {
      closeDates()
      setTotal(attendance)
      remarks.append(chunk)
    } else if let open, pending.isEmpty, chunk.hasSuffix("延期") {
      // Without it the date would be one that was held.
      label(open, with: chunk)
    } else if open != nil || !occurrences.isEmpty, OccurrenceWords.isRemark(chunk) {
      remarks.append(chunk)
    } else {
      pending += pending.isEmpty ? chunk : " " + chunk
    }
  }

  /// `動画視聴253回` tells of the dates before it, or of a film beside them.
  private mutating func readViews(_ attendance: Attendance) {
    pending = ""
    if let open, occurrences[open.upperBound - 1].participants == nil {
      attach(attendance, to: open)
    } else {
      let before = heading
      heading = nil
      addUndated(attendance)
      heading = before
    }
  }

  /// `内装 新型コロナウイルスの影響で中止`, `港まつりは…中止`.
  private mutating func cancel(_ chunk: String) {
    if let open, pending.isEmpty {
      attach(Attendance(chunk), to: open)
      remarks.append(chunk)
      return
    }
    closeDates()
    var occurrence = Record.Occurrence()
    let heading = Trimming.marks(pending)
    let label = [heading, OccurrenceWords.subject(of: chunk), OffWords.pause(in: chunk)]
      .compactMap(\.self).filter { !$0.isEmpty }
    occurrence.label = label.isEmpty ? nil : label.joined(separator: " ")
    occurrence.cancelled = true
    pending = ""
    calledOff = occurrences.count..<occurrences.count + 1
    occurrences.append(occurrence)
    remarks.append(heading.isEmpty ? chunk : heading + " " + chunk)
  }

  /// What is left at the end is a remark, or the only thing that the cell says.
  private mutating func finish() {
    closeDates()
    let rest = Trimming.marks(pending)
    pending = ""
    if rest.isEmpty || ["-", "－", "―", "なし"].contains(rest) { return }
    if occurrences.isEmpty {
      var occurrence = Record.Occurrence()
      occurrence.label = rest
      occurrences.append(occurrence)
      sum = nil
    } else {
      remarks.append(rest)
    }
  }

  /// A remark after ※ may still hold a total, or call a part off.
  private mutating func readAside(_ text: String) {
    let aside = Trimming.spaces(text)
    guard !aside.isEmpty else { return }
    remarks.append("※" + aside)
    let attendance = Attendance(aside)
    if attendance.cancelled {
      let subject = OccurrenceWords.subject(of: aside)
      if subject?.contains("例年") ?? !occurrences.isEmpty { return }
      var occurrence = Record.Occurrence()
      occurrence.label = attendance.label.map { Self.joined(subject, $0) } ?? subject
      occurrence.cancelled = true
      occurrences.append(occurrence)
    } else if attendance.isTotal || attendance.countsAttendants, attendance.countsPeople {
      setTotal(attendance)
    }
  }

  /// The printed total, else the sum; a total that the dates contradict is suspect.
  private mutating func closeTotal() {
    let held = occurrences.contains { $0.participants != nil && $0.unit != Attendance.views }
    let added = held ? sum : nil
    if let total, let added, isTotalSum, total != added {
      notes.append(
        .init(
          kind: .suspect, field: "totalParticipants", printed: String(total),
          reason: "各回の合計は\(added)人です"))
    }
    total = total ?? added
  }
}
