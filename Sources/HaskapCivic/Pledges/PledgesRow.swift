/// What one row of the table says, whatever the order and number of its cells.
///
/// Pages differ: numbers in a column of their own or before the title, work in the measure's cell or
/// in one beside it, departments as list, as plain text or in the cell of the stars, two measures in
/// one row. So each line of each cell is taken for what it is by its own shape.
struct PledgesRow {
  /// A policy: its numeral, title and per cent.
  var policy: (numeral: String, title: String)?
  /// A pledge's number and title.
  var pledge: (number: Int, title: String)?
  var percent: Int?
  var measures: [Measure] = []
  /// Work listed before any measure of this row.
  var leadingBullets: [String] = []
  var departments: [String] = []
  var ratings: [StarRating] = []
  /// True where a cell of the row above goes on here: `〃`.
  private(set) var repeatsAbove = false
  /// Lines of no known shape.
  var unknown: [String] = []
  /// A measure stands in a paragraph, so that the list under it is its work.
  private var hasParagraph = false

  struct Measure: Equatable {
    var name: String
    var bullets: [String] = []
  }

  init(_ line: Substring) {
    var cells = line.cells
      .map { TaggedText.lines($0).flatMap(Self.pieces) }
      .filter { !$0.isEmpty }
    repeatsAbove = cells.contains { $0.contains { CellText.isDitto($0.text) } }
    cells = cells.map { $0.filter { !CellText.isDitto($0.text) } }.filter { !$0.isEmpty }
    takePolicy(&cells)
    takeStars(&cells)
    takePledge(&cells)
    takeDepartments(&cells)
    for line in cells.joined() { take(line) }
  }

  // MARK: Cells

  /// `政策Ⅱ 産業流通の…`, or the numeral and the title in two cells.
  private mutating func takePolicy(_ cells: inout [[TaggedLine]]) {
    guard let first = cells.first?.first, let (numeral, rest) = PolicyNumeral.heading(first.text)
    else { return }
    cells[0].removeFirst()
    var title = rest
    if title.isEmpty {
      cells.removeAll(where: \.isEmpty)
      title = cells.first?.first?.text ?? ""
      if !cells.isEmpty { cells[0].removeFirst() }
    }
    cells.removeAll(where: \.isEmpty)
    policy = (numeral, title)
  }

  /// Stars and per cents, in a cell of their own or together with departments.
  private mutating func takeStars(_ cells: inout [[TaggedLine]]) {
    var runs: [String] = []
    for place in cells.indices {
      // A number that opens the row is the pledge's.
      let opens = place == 0 && cells.count > 1 && cells[0].count == 1
      cells[place].removeAll { line in
        if StarRating.isStars(line.text) {
          runs += line.text.split(separator: " ").map(String.init)
          return true
        }
        if !opens, let number = Self.percent(line.text), (0...100).contains(number), percent == nil
        {
          percent = number
          return true
        }
        return false
      }
    }
    ratings = StarRating.ratings(runs)
    cells.removeAll(where: \.isEmpty)
  }

  /// `3` in a cell of its own before the title, or `3 title`.
  private mutating func takePledge(_ cells: inout [[TaggedLine]]) {
    guard policy == nil, let first = cells.first?.first else { return }
    if let number = Self.number(first.text), (1...99).contains(number), cells.count > 1 {
      guard let title = cells[1].first, title.depth == 0, !Self.isMarked(title.text) else { return }
      pledge = (number, CellText.unwrapped(title.text))
      cells[1].removeFirst()
      cells.removeFirst()
    } else if first.depth == 0, case (let number?, let title) = CellText.numbered(first.text),
      title.hasSuffix("す") || ratings.isEmpty && !title.isEmpty
    {
      pledge = (number, CellText.unwrapped(title))
      cells[0].removeFirst()
    }
    cells.removeAll(where: \.isEmpty)
  }

  /// The last cell whose lines are all short names.
  private mutating func takeDepartments(_ cells: inout [[TaggedLine]]) {
    guard let place = cells.lastIndex(where: { $0.allSatisfy { Self.isDepartment($0.text) } })
    else { return }
    departments = cells[place].map { Self.unmarked($0.text) }
    cells.remove(at: place)
  }

  private mutating func take(_ line: TaggedLine) {
    let text = CellText.unwrapped(Self.unmarked(line.text))
    if text.isEmpty { return }
    switch line.text.first {
    case "●": measures.append(.init(name: text))
    case "・", "･": take(bullet: text)
    default:
      if text.hasSuffix("。") || line.depth > 1 || line.depth == 1 && hasParagraph {
        take(bullet: text)
      } else if text.hasSuffix("す") || line.depth == 1 || measures.isEmpty && !ratings.isEmpty {
        measures.append(.init(name: text))
        hasParagraph = line.depth == 0
      } else {
        unknown.append(text)
      }
    }
  }

  /// The title in a row that has a per cent as pledges have, neither stars nor departments, and whose
  /// number is lost.
  mutating func takeUnnumberedPledge() -> String? {
    guard policy == nil, pledge == nil, percent != nil, ratings.isEmpty, departments.isEmpty,
      hasParagraph, measures.count == 1, measures[0].bullets.isEmpty
    else { return nil }
    return measures.removeLast().name
  }

  private mutating func take(bullet: String) {
    if measures.isEmpty {
      leadingBullets.append(bullet)
    } else {
      measures[measures.count - 1].bullets.append(bullet)
    }
  }

  // MARK: Lines

  /// Plain text that holds several items: `・a ・b`, `41 ・a ★★★★★ ☆☆☆☆☆`, `● a ・b`,
  /// `…を進めます …しました。 …しました。`, `総務課 財政課`.
  private static func pieces(_ line: TaggedLine) -> [TaggedLine] {
    var pieces: [[Substring]] = []
    var wasStars = false
    for word in line.text.split(separator: " ") {
      let isStars = StarRating.isStars(word)
      let begins = isMarked(word) || isStars != wasStars
      if begins || pieces.last.map({ isWhole($0, before: word) }) ?? true {
        pieces.append([word])
      } else {
        pieces[pieces.count - 1].append(word)
      }
      wasStars = isStars
    }
    return pieces.map { .init(text: $0.joined(separator: " "), depth: line.depth) }
  }

  /// True where a piece ends for certain: a pledge or measure with its verb, work without a mark with
  /// its full stop, a department before another.
  private static func isWhole(_ piece: [Substring], before next: Substring) -> Bool {
    guard let first = piece.first, let last = piece.last else { return true }
    let isWork = "・･".contains(first.first ?? " ")
    if !isWork, last.hasSuffix("ます") || last.hasSuffix("。") && !isMarked(first) { return true }
    return [last, next].allSatisfy { DepartmentCell.isDepartment(unmarked(String($0))) }
  }

  private static func isMarked(_ text: some StringProtocol) -> Bool {
    guard let first = text.first else { return false }
    return "●・･".contains(first)
  }

  private static func unmarked(_ text: String) -> String {
    isMarked(text) ? text.dropFirst().trimmed : text
  }

  static func number(_ text: some StringProtocol) -> Int? {
    text.allSatisfy(\.isWholeNumber) ? Int(text.ascii) : nil
  }

  /// `62`, `62%`.
  static func percent(_ text: some StringProtocol) -> Int? {
    number(String(text).filter { $0 != "%" && $0 != "％" })
  }

  /// A short name: `高丘・錦多峰浄水場`, not a sentence.
  private static func isDepartment(_ text: String) -> Bool {
    let name = unmarked(text)
    return (2...20).contains(name.count) && !text.hasPrefix("●")
      && !name.contains(where: { "。、「」".contains($0) })
      && !name.hasSuffix("す") && !name.hasSuffix("た") && number(name) == nil
  }
}
