/// The labels and values of a report whose columns are made by spaces, as lines of cells.
struct AlignedSheet {
  typealias Piece = AlignedText.Piece

  /// Where the values of the labels above begin, each with its cell; none behind another line.
  private var values: [(start: Int, cell: Int)] = []
  private var valueStart: Int? { values.first?.start }
  /// Where the line above ends.
  private var above = 0
  /// Where the widest value ends.
  private let right: Int
  /// Lines of a value that stand above its label, which is set to the middle of them.
  private var held: [SourceLine] = []

  /// Nil where there are too few labels.
  init?(_ pieces: [[Piece]]) {
    let sheets = pieces.filter {
      AlignedText.labeled($0) != nil || AlignedText.areLabels($0) || Self.hasColon($0)
    }
    let labels = Set(sheets.map { $0[0].text }).count
    guard labels >= 3 || labels == 2 && sheets.count >= 4 else { return nil }
    right = pieces.lazy.compactMap { $0.last?.columns.upperBound }.max() ?? 0
  }

  /// `５　参加人数　　：　184人`.
  private static func hasColon(_ own: [Piece]) -> Bool {
    own.contains { $0.text == "：" || $0.text == ":" } && cells(own) != nil
  }

  /// False of a line of another shape.
  mutating func take(
    _ own: [Piece], below: ArraySlice<[Piece]>, _ index: Int, _ result: inout AlignedRows
  ) -> Bool {
    if let cells = Self.cells(own) {
      take(cells, own, index, &result)
    } else if own.count == 1, own[0].columns.lowerBound + 1 >= valueStart ?? .max {
      if !held.isEmpty || isAboveLabel(own[0], below) {
        held.append(SourceLine(text: own[0].text, number: index + 1))
      } else {
        let cell = values.last { $0.start <= own[0].columns.lowerBound + 1 }?.cell ?? 1
        let blank = Array(repeating: "", count: cell)
        result.append(blank + [own[0].text], "\t", index + 1)
      }
    } else {
      end(&result)
      values = []
      return false
    }
    above = own.last?.columns.upperBound ?? 0
    return true
  }

  private static func cells(_ own: [Piece]) -> [String]? {
    AlignedText.labeled(own, by: TableHeadings.isSheetLabel) ?? AlignedText.counted(own)
  }

  private mutating func take(
    _ cells: [String], _ own: [Piece], _ index: Int, _ result: inout AlignedRows
  ) {
    values = Self.values(cells, own)
    var cells = cells
    for (place, line) in held.enumerated() {
      result.append([place == 0 ? cells[0] : "", line.text], "\t", line.number)
      cells[0] = ""
    }
    held = []
    result.append(cells, "\t", index + 1)
  }

  private static func values(_ cells: [String], _ own: [Piece]) -> [(start: Int, cell: Int)] {
    // Behind the first label every other cell is one.
    var found = [(start: own[1].columns.lowerBound, cell: 1)]
    for cell in stride(from: 3, to: cells.count, by: 2) {
      guard let piece = own.last(where: { cells[cell].hasPrefix($0.text) }) else { continue }
      found.append((piece.columns.lowerBound, cell))
    }
    return found
  }

  /// True of a full line below one that ends early, and above a label: the value goes on beside that.
  private func isAboveLabel(_ piece: Piece, _ below: ArraySlice<[Piece]>) -> Bool {
    let isFull = piece.columns.upperBound + 4 > right
    guard isFull, above + 4 < right, let next = below.first else { return false }
    return Self.cells(next).map { $0.count == 2 } ?? false
      && next[1].columns.lowerBound <= piece.columns.lowerBound + 1
  }

  mutating func end(_ result: inout AlignedRows) {
    for line in held { result.append(["", line.text], "\t", line.number) }
    held = []
  }
}
