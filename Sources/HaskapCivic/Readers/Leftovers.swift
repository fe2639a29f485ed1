/// Keeps what a reader made no field of: every cell of the report that its record does not hold as
/// printed goes to the record's `rest`.
enum Leftovers {
  /// Looks at each cell of each line.
  ///
  /// - Parameter kept: lines whose record holds all of their cells already.
  static func keep(_ text: ReportText, in reading: inout Reading, besides kept: Set<Int> = []) {
    keep(
      text, in: &reading, besides: kept, isHead: { _, _ in false },
      cells: { cells(text.lines[$0]) })
  }

  /// - Parameters:
  ///   - isHead: whether a line is the heading of a record that begins soon below it, rather than the end of
  ///     the one above.
  ///   - cells: those of a line without tags, of which one that has none is none.
  static func keep(
    _ text: ReportText, in reading: inout Reading, besides kept: Set<Int>,
    isHead: @escaping @Sendable (_ index: Int, _ record: Record) -> Bool,
    cells: @escaping @Sendable (_ index: Int) -> [String]
  ) {
    guard !reading.records.isEmpty else { return }
    for (place, cells) in all(text, beside: reading.records, besides: kept, isHead, cells) {
      reading.records[place].rest += cells
    }
  }

  /// What no record holds, with the place of the record that it goes to.
  private static func all(
    _ text: ReportText, beside records: [Record], besides kept: Set<Int>,
    _ isHead: @escaping @Sendable (_ index: Int, _ record: Record) -> Bool,
    _ cells: @escaping @Sendable (_ index: Int) -> [String]
  ) -> [(place: Int, cells: [String])] {
    let starts = records.map(\.line)
    return SharedWork.inRanges(text.lines.count) { range in
      rest(of: range, text, beside: records, starts, besides: kept, isHead, cells)
    }.flatMap { $0.map { ($0.key, $0.value) } }
  }

  private static func rest(
    of lines: Range<Int>, _ text: ReportText, beside records: [Record], _ starts: [Int],
    besides kept: Set<Int>, _ isHead: (_ index: Int, _ record: Record) -> Bool,
    _ cells: (_ index: Int) -> [String]
  ) -> [Int: [String]] {
    var rest: [Int: [String]] = [:]
    // The records that the line's row made, the first and the last.
    var (first, owner) = (0, 0)
    var held: SearchableTexts?
    for index in lines where !kept.contains(index + 1) && !text.lines[index].isBlank {
      while owner + 1 < starts.count, starts[owner + 1] <= index + 1 {
        owner += 1
        if starts[owner] != starts[first] { first = owner }
        held = nil
      }
      if owner + 1 < starts.count, isHead(index, records[owner + 1]) {
        rest[owner + 1, default: []] += cells(index).filter { !records[owner + 1].holds($0) }
        continue
      }
      // Taken out: a copy of what it knows for each line would take quadratic time.
      var texts = held.take() ?? records[owner].searchableTexts
      defer { held = texts }
      for cell in cells(index) {
        if texts.contains(cell) { continue }
        let isHeld = (first..<owner).contains { records[$0].holds(cell) }
        if isHeld { continue }
        let place = first == owner ? first : self.place(of: cell, among: first...owner, in: records)
        rest[place, default: []].append(cell)
      }
    }
    return rest
  }

  /// Of the records of one row the one that holds most pieces of a cell, the first of equals.
  private static func place(
    of cell: String, among places: ClosedRange<Int>, in records: [Record]
  ) -> Int {
    let pieces = cell.split { $0.isWhitespace || "、。・".contains($0) }.map(String.init)
    let counts = places.map { place in
      var texts = records[place].searchableTexts
      return pieces.count { texts.contains($0) }
    }
    let most = counts.max() ?? 0
    return places.lowerBound + (counts.firstIndex(of: most) ?? 0)
  }

  private static func cells(_ line: String) -> [String] {
    line[...].cells.map { cell in
      CellText.untagged(cell, separator: " ").withSingleSpaces
    }.filter { !$0.isEmpty }
  }
}

extension Record {
  /// The texts that a search looks into.
  var searchableTexts: SearchableTexts {
    SearchableTexts(searchableStrings)
  }

  fileprivate func holds(_ text: String) -> Bool {
    var texts = searchableTexts
    return texts.contains(text)
  }

  var searchableStrings: [String] {
    var all = [name]
    all.reserveCapacity(8 + organizations.count + departments.count + rest.count)
    all += organizations.lazy.map(\.name)
    all += departments
    all += prose
    all.append(number.map(String.init) ?? "")
    all += rest
    if let text { all += text.unicodeScalars.split(separator: "\n").map { String($0) } }
    return all
  }
}

/// Texts that are asked whether one of them holds another.
///
/// White space between two Japanese characters or inside of a date does not count, as the index joins it.
struct SearchableTexts {
  private let texts: Texts
  private lazy var haveSpaces = texts.all.contains(where: \.mayHaveSpaces)
  /// The same without the white space that does not count.
  private lazy var joined = haveSpaces ? Texts(texts.all.map(Self.joined)) : texts

  init(_ texts: [String]) { self.texts = Texts(texts) }

  /// Of long texts what was asked before: lines of a cell that come again and again are looked up once.
  private var known: [String: Bool] = [:]
  private lazy var isLong = texts.all.reduce(0) { $0 + $1.utf8.count } > Self.longest
  /// In bytes.
  private static let longest = 20_000

  mutating func contains(_ text: String) -> Bool {
    guard isLong else { return lookUp(text) }
    if let known = known[text] { return known }
    let found = lookUp(text)
    known[text] = found
    return found
  }

  private mutating func lookUp(_ text: String) -> Bool {
    if !texts.whole.isEmpty, joined.whole.contains(Self.joined(text)) { return true }
    return texts.contains(text)
      || (haveSpaces || text.mayHaveSpaces) && joined.contains(Self.joined(text))
  }

  private struct Texts {
    let all: [String]
    /// Of many, so that lines which all stand in one record are not compared each with each; empty
    /// where there are few.
    let whole: Set<String>

    init(_ all: [String]) {
      self.all = all
      whole = all.count > 32 ? Set(all) : []
    }

    func contains(_ text: String) -> Bool { all.contains { $0.contains(text) } }
  }

  private static func joined(_ text: String) -> String {
    // Most cells have none.
    guard text.mayHaveSpaces else { return text }
    let words = text.unicodeScalars.split(whereSeparator: \.isSpace)
    return words.dropFirst().reduce(into: words.first.map { String($0) } ?? "") { joined, word in
      if !areJoined(joined.unicodeScalars.last, word.first) { joined += " " }
      joined += Substring(word)
    }
  }

  private static func areJoined(_ left: Unicode.Scalar?, _ right: Unicode.Scalar?) -> Bool {
    guard let left, let right else { return false }
    if isJapanese(left) && isJapanese(right) { return true }
    let isDigit = { (scalar: Unicode.Scalar) in scalar.properties.numericType == .decimal }
    return isDigit(right) && "和成年月".unicodeScalars.contains(left)
      || isDigit(left) && "年月日".unicodeScalars.contains(right)
  }

  private static func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3001...0x3030, 0x3041...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F: true
    default: false
    }
  }
}
