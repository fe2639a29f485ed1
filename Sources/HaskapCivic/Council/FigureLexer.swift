/// Cuts a cell of figures into tokens.
///
/// A number is a figure only with a counter behind it. Dates, ordinals (`第2回`), frequencies
/// (`月1回`), names (`3町`, `R7`) and remarks behind `※` are none.
struct FigureLexer {
  private let text: [Character]
  private var index = 0
  private var tokens: [FigureToken] = []
  private var word: [Character] = []
  /// How many brackets the text stands in.
  private let depth: Int

  static func tokens(_ text: String, depth: Int = 0) -> [FigureToken] {
    var lexer = FigureLexer(text: text.map(Self.halfWidth), depth: depth)
    return lexer.run()
  }

  private init(text: [Character], depth: Int) { (self.text, self.depth) = (text, depth) }

  /// No report nests brackets deeper; what stands deeper is text, as each level is read anew.
  private static let maxDepth = 6

  private mutating func run() -> [FigureToken] {
    while index < text.count { step() }
    endWord()
    return tokens
  }

  private mutating func step() {
    let character = text[index]
    switch character {
    case " ":
      endWord()
      index += 1
    case "…": index += 1
    case ":":
      endWord()
      tokens.append(.colon)
      index += 1
    case "。":
      // A sentence is no label.
      word = []
      while case .word = tokens.last { tokens.removeLast() }
      index += 1
    case "※": skipRemark()
    case "【": takeHeading()
    case "(": takeParenthesis()
    case "①"..."⑳": takeItem(character)
    case "、", "・": takeMark(character)
    default:
      if character.isASCIIDigit {
        takeNumber()
      } else if character == "第", let end = endOfOrdinal() {
        endWord()
        take(.ordinal(String(text[index..<end].filter { $0 != " " })), upTo: end)
      } else {
        word.append(character)
        index += 1
      }
    }
  }

  // MARK: Words and marks

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    let ending = String(word)
    word = []
    if isLostNumber(ending) {
      tokens.append(.figure(Figure(value: nil, unit: ending)))
    } else {
      tokens.append(.word(ending))
    }
  }

  /// A lone counter behind a label: `参加者 人`.
  private func isLostNumber(_ word: String) -> Bool {
    guard case .word = tokens.last else { return false }
    return ["回", "人", "名", "件"].contains(word)
  }

  private mutating func take(_ token: FigureToken, upTo end: Int) {
    tokens.append(token)
    index = end
  }

  private mutating func skipRemark() {
    endWord()
    while index < text.count, text[index] != " " { index += 1 }
  }

  private mutating func takeItem(_ character: Character) {
    endWord()
    take(.item(String(character)), upTo: index + 1)
  }

  private mutating func takeHeading() {
    endWord()
    let end = text[(index + 1)...].firstIndex { $0 == "】" || $0 == "【" } ?? text.count
    let isClosed = end < text.count && text[end] == "】"
    take(.heading(String(text[(index + 1)..<end])), upTo: isClosed ? end + 1 : end)
  }

  private mutating func takeMark(_ mark: Character) {
    let afterFigure = word.isEmpty && isBehindFigure && (index == 0 || text[index - 1] != " ")
    if afterFigure {
      take(.separator, upTo: index + 1)
    } else if mark == "・", word.isEmpty, index == 0 || text[index - 1] == " " {
      take(.bullet, upTo: index + 1)
    } else if word.isEmpty, mark == "、" {
      index += 1
    } else {
      word.append(mark)
      index += 1
    }
  }

  private var isBehindFigure: Bool {
    switch tokens.last {
    case .figure: true
    case .parenthesis(_, _, let attached): attached
    default: false
    }
  }

  /// Brackets belong to the word before them unless that is a figure or a space.
  private mutating func takeParenthesis() {
    let end = endOfParenthesis()
    let inner = text[(index + 1)..<max(index + 1, end - 1)]
    if word.isEmpty, !inner.isEmpty, inner.allSatisfy(\.isASCIIDigit) {
      take(.number("(\(String(inner)))"), upTo: end)
    } else if !word.isEmpty {
      word += text[index..<end]
      index = end
    } else {
      let attached = isBehindFigure && text[index - 1] != " "
      if case .date = tokens.last {
        index = end  // the day of the week
      } else {
        let nested = depth < Self.maxDepth ? Self.tokens(String(inner), depth: depth + 1) : []
        take(.parenthesis(nested, text: String(inner), attached: attached), upTo: end)
      }
    }
  }

  private func endOfParenthesis() -> Int {
    var depth = 0
    for place in index..<text.count {
      if text[place] == "(" { depth += 1 }
      if text[place] == ")" { depth -= 1 }
      if depth == 0 { return place + 1 }
    }
    return text.count
  }

  // MARK: Numbers

  private mutating func takeNumber() {
    if let (range, end) = days(at: index) {
      endWord()
      take(.date(range), upTo: end)
    } else if let (figure, end) = figure(at: index) {
      takeFigure(figure, upTo: end)
    } else {
      while index < text.count, text[index].isASCIIDigit || text[index] == "/" {
        word.append(text[index])
        index += 1
      }
    }
  }

  private mutating func takeFigure(_ figure: Figure, upTo end: Int) {
    var figure = figure
    if word.isEmpty, index > 0, text[index - 1] != " ", case .figure = tokens.last {
      figure.isAdjacent = true
    }
    figure.isApproximate = word.last == "約"
    figure.countsMeetings = ["計", "年", "全"].contains(String(word))
    if figure.isApproximate || figure.countsMeetings { word.removeLast() }
    endWord()
    index = end
    while index < text.count, !Self.endsTrailing(text[index]) {
      figure.trailing.append(text[index])
      index += 1
    }
    tokens.append(.figure(figure))
  }

  /// `1,081人`, `59.2%`; a bare number only where a word is written against it: `団体34`.
  private func figure(at start: Int) -> (Figure, end: Int)? {
    guard !isPartOfName else { return nil }
    let end = endOfNumber(at: start)
    let digits = String(text[start..<end].filter { $0 != "," })
    guard let value = Double(digits) else { return nil }
    if let unit = FigureUnit.match(text, at: end) {
      let next = end + unit.count
      if next < text.count, "目間".contains(text[next]) { return nil }
      return (Figure(value: value, unit: String(unit)), next)
    }
    if end < text.count, text[end] == " ", let next = endOfLoneUnit(at: end + 1) {
      return (Figure(value: value, unit: String(text[(end + 1)..<next])), next)
    }
    let closes = end == text.count || " 、".contains(text[end])
    return closes && !word.isEmpty && isChained ? (Figure(value: value, unit: nil), end) : nil
  }

  /// A counter that stands apart from its number, and alone: `102` `件`.
  private func endOfLoneUnit(at start: Int) -> Int? {
    guard start < text.count, let unit = FigureUnit.match(text, at: start) else { return nil }
    let end = start + unit.count
    return end == text.count || " 、・(:)。※開実".contains(text[end]) ? end : nil
  }

  /// True behind `第`, a Latin letter (`R7`) or the `月` and `週` of a frequency.
  private var isPartOfName: Bool {
    guard let last = word.last else { return false }
    return "第月週毎～-−".contains(last) || last.isASCII && last.isLetter
  }

  /// True where the word stands in a list that began with a figure.
  private var isChained: Bool { tokens.last == .separator }

  private func endOfNumber(at start: Int) -> Int {
    var end = start
    while end < text.count {
      let inside = text[end] == "," || text[end] == "."
      guard text[end].isASCIIDigit || inside && end + 1 < text.count && text[end + 1].isASCIIDigit
      else { break }
      end += 1
    }
    return end
  }

  private func endOfOrdinal() -> Int? {
    var end = endOfNumber(at: index + 1)
    guard end > index + 1 else { return nil }
    if end < text.count, text[end] == " " { end += 1 }
    guard end < text.count, text[end] == "回" else { return nil }
    return end + 1
  }

  private static func endsTrailing(_ character: Character) -> Bool {
    " 、。・(:※【…".contains(character) || character.isASCIIDigit
      || ("①"..."⑳").contains(character)
  }

  // MARK: Dates

  /// `8/20`, `9/18～10/3`, `12/16～18`, `11月28日`.
  private func days(at start: Int) -> (DayRange, end: Int)? {
    guard let (first, end) = day(at: start) else { return nil }
    guard end < text.count, "～~〜-".contains(text[end]) else { return (DayRange(start: first), end) }
    if let (last, end) = day(at: end + 1) { return (DayRange(start: first, end: last), end) }
    let stop = endOfNumber(at: end + 1)
    guard let last = Int(String(text[(end + 1)..<stop])), (1...31).contains(last) else {
      return (DayRange(start: first), end)
    }
    let dropped = stop < text.count && text[stop] == "日" ? stop + 1 : stop
    return (DayRange(start: first, end: .init(month: first.month, day: last)), dropped)
  }

  private func day(at start: Int) -> (DayRange.Day, end: Int)? {
    let monthEnd = endOfNumber(at: start)
    guard monthEnd < text.count, text[monthEnd] == "/" || text[monthEnd] == "月" else { return nil }
    let dayEnd = endOfNumber(at: monthEnd + 1)
    guard let month = Int(String(text[start..<monthEnd])), (1...12).contains(month),
      let day = Int(String(text[(monthEnd + 1)..<dayEnd])), (1...31).contains(day)
    else { return nil }
    if text[monthEnd] == "/" { return (.init(month: month, day: day), dayEnd) }
    guard dayEnd < text.count, text[dayEnd] == "日" else { return nil }
    return (.init(month: month, day: day), dayEnd + 1)
  }

  /// Full-width digits, brackets and colons as their ASCII twins, white space as a space.
  private static func halfWidth(_ character: Character) -> Character {
    if character.isWhitespace { return " " }
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
      (0xFF05...0xFF5A).contains(scalar.value), scalar.value != 0xFF5E,
      let half = Unicode.Scalar(scalar.value - 0xFEE0)
    else { return character }
    return Character(half)
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
