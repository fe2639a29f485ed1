/// Gives each figure of a cell its label: the headings it stands under and the words before it.
///
/// A label is `【heading】 (3) ① subject 第1回 words`. The subject is what a run of figures is about:
/// the words before a colon, the first words of a list item, or all but the last of several words
/// (`小学生の部 参加者 11人`). It lasts until the next subject, item or heading.
struct FigureParser {
  private(set) var entries: [FigureCell.Entry] = []
  private(set) var events: [FigureCell.Event] = []
  private let tokens: [FigureToken]
  private var index = 0

  private var heading: String?
  private var section: String?
  private var item: String?
  private var subject: String?
  private var ordinal: String?
  private var words: [String] = []
  private var day: DayRange?
  /// True where the day says that something was held on it, were it without people.
  private var isHeld = false
  /// True between a subject's colon and the first figure.
  private var hasFreshSubject = false
  private var isInBullet = false
  /// The first figure after a heading in round brackets has been met, without a list item.
  private var closesSectionAtGap = false
  private var sectionIsBracket = false
  /// The next word is the title of the section `(3)`.
  private var startsWithTitle = false
  private var columns: FigureColumns?

  init(_ tokens: [FigureToken]) { self.tokens = tokens }

  mutating func run() {
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      take(token)
    }
    closeDay()
  }

  private mutating func take(_ token: FigureToken) {
    switch token {
    case .heading(let text): open(heading: text)
    case .number(let number):
      open(section: number, isBracket: false)
      startsWithTitle = true
    case .item(let mark):
      forgetItem()
      item = mark
    case .bullet:
      forgetSubject()
      isInBullet = true
    case .word(let word): take(word: word)
    case .colon: openSubject()
    case .ordinal(let text):
      if !words.isEmpty { setSubject(joined(words)) }
      ordinal = text
    case .date(let range):
      closeDay()
      day = range
      // `・5/24花壇づくり`
      isHeld = index > 1 && tokens[index - 2] == .bullet
      if isInBullet, subject == nil, !words.isEmpty { setSubject(joined(words)) }
    case .figure(let figure): take(figure)
    case .separator: words = []
    case .parenthesis(let inner, let text, let attached):
      if attached { takeDetail(inner, text) } else { takeBracket(inner, text) }
    }
  }

  // MARK: Headings

  private mutating func open(heading text: String) {
    open(section: nil, isBracket: false)
    heading = nil
    columns = nil
    let inner = FigureCell(text).entries
    if inner.isEmpty { heading = "【\(text)】" } else { entries += inner }
  }

  private mutating func open(section text: String?, isBracket: Bool) {
    forgetItem()
    section = text
    sectionIsBracket = isBracket
    closesSectionAtGap = false
    isInBullet = false
  }

  private mutating func forgetItem() {
    item = nil
    isInBullet = false
    forgetSubject()
  }

  private mutating func forgetSubject() {
    closeDay()
    subject = nil
    hasFreshSubject = false
    ordinal = nil
    words = []
    startsWithTitle = false
    day = nil
  }

  private mutating func setSubject(_ text: String) {
    subject = text
    words = []
    ordinal = nil
  }

  /// `風まち: 実施日数 7日`. A time (`3月末:`) is part of the next label alone.
  private mutating func openSubject() {
    if startsWithTitle, words.count > 1 { words.removeFirst() }
    guard let last = words.last, !FigureLabel.countsPeople(last) || isInBullet else { return }
    let text = joined(words) + ":"
    if text.first?.isASCIIDigit == true, text.contains("月") {
      words = [text]
    } else {
      setSubject(text)
      hasFreshSubject = true
    }
  }

  private mutating func take(word: String) {
    if let names = FigureColumns.names(word) {
      columns = FigureColumns(names: names)
      return
    }
    if closesSectionAtGap, index < 2 || tokens[index - 2] != .separator {
      section = nil
      closesSectionAtGap = false
    }
    if let days = day, saysOff(word) {
      addEvent(days) { $0.isCancelled = true }
      return
    }
    if day != nil, ["開催", "実施"].contains(word) { isHeld = true }
    if let word = FigureLabel.cleaned(word) { words.append(word) }
  }

  /// Whether a word says that nothing took place, by itself and between its neighbors: spaces may part
  /// 中止 from の場合は.
  private func saysOff(_ word: String) -> Bool {
    guard OffWords.say(word) else { return false }
    var next = ""
    if index < tokens.count, case .word(let word) = tokens[index] { next = word }
    return OffWords.say((words.last ?? "") + word + next)
  }

  // MARK: Figures

  private mutating func take(_ figure: Figure) {
    if takeRow(from: figure) { return }
    let opensSubject = index < tokens.count && tokens[index] == .colon && !figure.trailing.isEmpty
    if opensSubject { subject = nil }
    if !figure.isAdjacent || entries.isEmpty { prepareSubject() }
    let own = figure.isAdjacent ? entries.last?.label : nil
    add(figure, label: own ?? label(trailing: figure.trailing, always: opensSubject))
    if opensSubject, !words.isEmpty {
      setSubject(joined(words) + ":")
      hasFreshSubject = true
    } else {
      keepSubject(figure)
    }
    words = []
    startsWithTitle = false
    if sectionIsBracket, !isInBullet { closesSectionAtGap = true }
  }

  /// Several words before a figure: all but the last are a new subject.
  private mutating func prepareSubject() {
    guard words.count > 1, !hasFreshSubject, let last = words.last else { return }
    if last == "延べ" || words[0].hasSuffix(":") { return }
    setSubject(joined(words.dropLast()))
    words = [last]
  }

  /// What the figures after this one are about.
  private mutating func keepSubject(_ figure: Figure) {
    hasFreshSubject = false
    guard subject == nil, !words.isEmpty else { return }
    if isInBullet || figure.countsMeetings { setSubject(joined(words)) }
  }

  private mutating func add(_ figure: Figure, label: String) {
    entries.append(.init(label: label, value: figure.value, unit: figure.unit))
    addEvent(figure)
  }

  private mutating func addEvent(_ figure: Figure) {
    guard let days = day, let unit = figure.unit, FigureUnit.people.contains(unit),
      let people = figure.value.flatMap(Int.init(exactly:))
    else { return }
    addEvent(days) {
      $0.participants = people
      $0.unit = unit
      $0.isApproximate = figure.isApproximate
    }
  }

  /// A day on which something was held is an event, though nobody counted the people.
  private mutating func closeDay() {
    if let days = day, isHeld {
      if subject == nil, isInBullet, !words.isEmpty { subject = joined(words) }
      addEvent(days) { _ in }
    }
    day = nil
    isHeld = false
  }

  private mutating func addEvent(_ days: DayRange, _ fill: (inout FigureCell.Event) -> Void) {
    let name = joined([subject, ordinal].compactMap(\.self)).filter { $0 != ":" }
    var event = FigureCell.Event(days: days, label: name.isEmpty ? nil : name)
    fill(&event)
    events.append(event)
    day = nil
    isHeld = false
  }

  private func label(trailing: String, always: Bool = false) -> String {
    var parts = [heading, section, item, subject, ordinal].compactMap(\.self)
    parts += words
    if words.isEmpty || always, !trailing.isEmpty { parts.append(trailing) }
    let label = joined(parts)
    return label.hasSuffix(":") ? String(label.dropLast()) : label
  }

  private func joined(_ parts: some Sequence<String>) -> String { parts.joined(separator: " ") }

  // MARK: Brackets

  /// Brackets written against a figure: a part of it (`内、来所 26件`), or what it counts (`延べ`).
  private mutating func takeDetail(_ inner: [FigureToken], _ text: String) {
    guard let last = entries.indices.last else { return }
    let details = Self.figures(in: inner)
    if details.isEmpty {
      if FigureLabel.isManner(text) { entries[last].label += "(\(text))" }
      return
    }
    let owner = entries[last].label
    for detail in details {
      let label = detail.label.isEmpty ? owner : "\(owner)(\(detail.label))"
      entries.append(.init(label: label, value: detail.value, unit: detail.unit))
    }
  }

  /// Brackets that stand alone: a heading, or figures of their own.
  private mutating func takeBracket(_ inner: [FigureToken], _ text: String) {
    let details = Self.figures(in: inner)
    if details.isEmpty {
      if let columns, columns.hasLastRow, FigureLabel.isPart(text) {
        takePart(of: columns, named: text)
      } else {
        open(section: "(\(text))", isBracket: true)
      }
      return
    }
    for detail in details {
      let parts = [heading, section, item].compactMap(\.self) + [detail.label]
      let label = joined(parts.filter { !$0.isEmpty })
      entries.append(.init(label: label, value: detail.value, unit: detail.unit))
    }
  }

  private static func figures(in tokens: [FigureToken]) -> [FigureCell.Entry] {
    var parser = FigureParser(tokens)
    parser.run()
    return parser.entries
  }

  // MARK: Rows of a small table

  /// `受講者 29人 R7開催無 R7開催無 6人` under `苫小牧市・厚真町・むかわ町・安平町`.
  private mutating func takeRow(from figure: Figure) -> Bool {
    guard var columns, let row = columns.row(tokens[(index - 1)...]) else { return false }
    let label = label(trailing: "")
    for (name, figure) in row {
      entries.append(.init(label: "\(label) \(name)", value: figure.value, unit: figure.unit))
    }
    columns.remember(row: row.map(\.0), label: label)
    self.columns = columns
    index += columns.names.count - 1
    words = []
    return true
  }

  /// `(内登録) (17人) (5人)`: a part of each figure of the row before.
  private mutating func takePart(of columns: FigureColumns, named text: String) {
    let figures = columns.bracketed(tokens[index...])
    index += figures.count
    let fits = figures.count == columns.lastRow.count
    for (place, figure) in figures.enumerated() {
      let name = fits ? " \(columns.lastRow[place])" : ""
      let label = "\(columns.lastLabel)(\(text))\(name)"
      entries.append(.init(label: label, value: figure.value, unit: figure.unit))
    }
  }
}
