/// What the cell 実施年月日、参加人数 is made of, from left to right.
enum OccurrencePiece {
  case text(String)
  case brackets(inside: String, printed: String)
  case dates(DateList)

  static func all(in text: [Character], fiscalYear: Int?) -> [OccurrencePiece] {
    let folded = Folding.fold(text)
    let ends = Brackets.ends(in: folded)
    var pieces: [OccurrencePiece] = []
    var index = 0
    var textStart = 0
    func flush() {
      if textStart < index { pieces.append(.text(String(text[textStart..<index]))) }
    }
    while index < text.count {
      if var list = DateList(folded, at: index, fiscalYear: fiscalYear) {
        flush()
        list.setPrinted(Trimming.spaces(String(text[index..<list.end])))
        pieces.append(.dates(list))
        index = list.end
        textStart = index
      } else if let end = ends[index] {
        flush()
        pieces.append(
          .brackets(
            inside: String(text[(index + 1)..<end]), printed: String(text[index...end])))
        index = end + 1
        textStart = index
      } else {
        index += 1
      }
    }
    flush()
    return pieces
  }
}
