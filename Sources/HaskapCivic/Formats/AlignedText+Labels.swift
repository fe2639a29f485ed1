/// Labels and values among the pieces of a line.
extension AlignedText {
  /// `月　日　　　　行　　事`: letters spread wider than that, where together they are a heading.
  static func spreadWords(_ pieces: [Piece]) -> [Piece] {
    var words: [Piece] = []
    var index = 0
    while index < pieces.count {
      let own = evenly(pieces[index...].prefix { $0.text.count == 1 })
      let letters = own.prefix(4)
      // 団　体　名：清流の会.
      let label = letters.isEmpty ? nil : label(pieces[index...].prefix(letters.count + 1))
      if let label {
        words.append(label)
        index += letters.count + 1
        continue
      }
      let count = (2...4).last { count in
        count <= letters.count
          && TableHeadings.isHeading(letters.prefix(count).map(\.text).joined())
      }
      // More letters are a title: 協　働　事　業　実　績　書.
      let all = own.count > 4 ? own : own.prefix(count ?? 1)
      var word = pieces[index]
      if let last = all.last, all.count > 1 {
        word.text = all.map(\.text).joined()
        word.columns = word.columns.lowerBound..<last.columns.upperBound
      }
      words.append(word)
      index += max(all.count, 1)
    }
    return words
  }

  /// The first of some letters that stand as far apart: not the 号 of a number before 団　体　名.
  private static func evenly(_ letters: ArraySlice<Piece>) -> ArraySlice<Piece> {
    guard letters.count > 2 else { return letters }
    let gaps = zip(letters, letters.dropFirst()).map {
      $1.columns.lowerBound - $0.columns.upperBound
    }
    let own = gaps.prefix { $0 == gaps[0] }.count + 1
    return own > 2 || gaps[1] > gaps[0] ? letters.prefix(own) : letters.prefix(1)
  }

  private static func label(_ pieces: ArraySlice<Piece>) -> Piece? {
    let letters = pieces.dropLast().map(\.text)
    guard let first = pieces.first, let last = pieces.last, !letters.isEmpty,
      letters.allSatisfy({ $0.count == 1 }),
      let colon = last.text.firstIndex(where: { ":：".contains($0) }),
      TableHeadings.isHeading(letters.joined() + last.text[..<colon])
    else { return nil }
    let columns = first.columns.lowerBound..<last.columns.upperBound
    return Piece(text: letters.joined() + last.text, columns: columns)
  }

  /// `所管課　　図書館　　　　開催時期　　通年`: labels, each with its value.
  static func areLabels(_ pieces: [Piece]) -> Bool {
    pieces.count > 1 && pieces.count.isMultiple(of: 2)
      && pieces.indices.allSatisfy {
        TableHeadings.isHeading(pieces[$0].text) == $0.isMultiple(of: 2)
      }
  }

  /// `9月3日　　参加者　40人　　主催　朝の会`: a day, then labels with their values.
  static func areFacts(_ pieces: [Piece]) -> Bool {
    guard pieces.count > 2, !pieces.count.isMultiple(of: 2) else { return false }
    return pieces.indices.dropFirst().allSatisfy {
      TableHeadings.isHeading(pieces[$0].text) != $0.isMultiple(of: 2)
    } && DayText.matches(pieces[0].text)
  }

  static func hasOneLabel(_ pieces: [Piece]) -> Bool {
    isLabeled(pieces[0])
      && !pieces.dropFirst().contains { piece in
        // 9:30 is no label.
        piece.text.firstIndex { ":：".contains($0) }
          .map { piece.text[..<$0].last?.isNumber != true } ?? false
      }
  }

  static func isLabeled(_ piece: Piece) -> Bool {
    let (text, isBracketed) = (piece.text, "【［〔（".contains(piece.text.first ?? " "))
    let marks = isBracketed && !text.contains { ":：".contains($0) } ? "】］〕）" : ":：／"
    guard let end = text.firstIndex(where: { marks.contains($0) }),
      ":：".contains(text[end]) || text.index(after: end) < text.endIndex,
      // 主催／共催 is a heading.
      text[end] != "／" || !TableHeadings.isHeading(String(text[end...].dropFirst()))
    else { return false }
    return TableHeadings.isHeading(String(text[..<end].drop { "【［〔（".contains($0) }))
  }

  /// `４　訓練の想定　　震度６強`: a label that no list has, behind its number in a sheet.
  static func counted(_ pieces: [Piece]) -> [String]? {
    guard pieces.count == 3, pieces[0].text.count <= 2,
      pieces[0].text.allSatisfy(\.isWholeNumber), (2...12).contains(pieces[1].text.count),
      !pieces[1].text.contains(where: { $0.isNumber || "。、".contains($0) })
    else { return nil }
    return [pieces[0].text + pieces[1].text, pieces[2].text]
  }

  /// `参加者数 63人`, one space apart, as two.
  private static func labelAndValue(_ piece: Piece) -> [Piece] {
    let words = piece.text.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2, TableHeadings.isLabel(words[0]) else { return [piece] }
    return words.map { Piece(text: $0, columns: piece.columns) }
  }

  /// `日時　　7月15日（月）　9時から` is a label with its value, `会場　公民館　　参加者　20人` two; nil for
  /// another line.
  static func labeled(
    _ pieces: [Piece], by isLabel: (String) -> Bool = TableHeadings.isLabel
  ) -> [String]? {
    let filled = pieces.filter { !$0.text.allSatisfy { ":：…‥・|｜→".contains($0) } }
    let pieces = filled.prefix(2) + filled.dropFirst(2).flatMap(labelAndValue)
    // 日　時 is one label, and ア　日時 a counted one.
    let isCounted = pieces.count > 2 && PrintedLine.letter("\(pieces[0].text) 日") != nil
    func label(_ count: Int) -> String {
      let words = pieces.prefix(count).map(\.text)
      return isCounted && count > 1 ? words[0] + " " + words.dropFirst().joined() : words.joined()
    }
    // (1) 日　時 is no (1) 日.
    let isSpelled = pieces.first.map { PrintedLine.ordinal($0.text)?.rest.count == 1 } ?? false
    guard
      let count = (isSpelled ? [2, 3, 1] : [1, 2, 3])
        .first(where: { $0 < pieces.count && isLabel(label($0)) }),
      pieces.count == count + 1
        || !TableHeadings.areHeadings(pieces.dropFirst(count).map(\.text))
    else { return nil }
    var cells = [label(count)]
    var isValue = false
    for (index, piece) in pieces.enumerated().dropFirst(count).map({ ($0, $1.text) }) {
      // □共催 is a box to tick.
      let isBox = "□■☐☑".contains(piece.first ?? " ") && piece.first != cells[0].first
      // 協働事業名 is one between two values.
      let isAmongValues = isValue && index + 1 < pieces.count && isLabel(piece)
      let isLabel = !isBox && (TableHeadings.isLabel(piece) || isAmongValues)
      if isValue, !isLabel { cells[cells.count - 1] += " " + piece } else { cells.append(piece) }
      isValue = !isLabel
    }
    return cells
  }
}
