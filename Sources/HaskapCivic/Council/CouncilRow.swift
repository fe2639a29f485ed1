/// The cells of one row, put back into their columns.
///
/// Cells come shifted: the empty one before the name may be lost, and empty ones stand between the
/// two years on some pages. So the goal (`基本目標2`, `〃`) or the name with its department is the
/// anchor, and the rest is counted from there.
struct CouncilRow: Equatable {
  var placement = ""
  var project = ""
  var goal = ""
  var purpose = ""
  var effect = ""
  var thisYear = ""
  var lastYear = ""
  /// Cells of columns that no field takes, with their titles.
  var others: [String] = []

  /// Nil when neither the columns nor a cell tell the place of the others.
  init?(_ line: Substring, columns: CouncilColumns? = nil) {
    let printed = line.cells.map { CellText.untagged($0, separator: " ").trimmed }
    if let columns, !columns.areUsual, let placed = columns.placed(printed) {
      read(placed, under: columns)
      return
    }
    let cells = printed.enumerated().flatMap { $0 < 3 ? Self.parted($1) : [$1] }
    let hasGoals = columns?.hasGoals ?? true
    guard let name = Self.placeOfName(in: cells, hasGoals: hasGoals) else { return nil }
    func cell(_ place: Int) -> String { cells.indices.contains(place) ? cells[place] : "" }
    (placement, project) = Self.placed(cell(name), under: cell(name - 1))
    let hasGoal =
      hasGoals && (cell(name + 1).isEmpty || CouncilCells.isGoal(cell(name + 1)))
    let first = hasGoal ? name + 2 : name + 1
    goal = hasGoal ? cell(name + 1) : ""
    purpose = cell(first)
    effect = cell(first + 1)
    thisYear = cell(first + 2)
    lastYear = cells.dropFirst(first + 3).first { !$0.isEmpty } ?? ""
  }

  private mutating func read(
    _ placed: [(column: CouncilColumns.Column, cell: String)], under columns: CouncilColumns
  ) {
    var number = ""
    var department = ""
    for (column, cell) in placed where !cell.isEmpty {
      switch column {
      case .placement: placement += placement.isEmpty ? cell : " " + cell
      case .number: number = cell
      case .project: project = cell
      case .department: department = cell
      case .goal: goal = cell
      case .purpose: purpose = cell
      case .effect: effect = cell
      case .figures(let year):
        let isEarlier = year != nil && year != columns.years.max()
        if isEarlier || !thisYear.isEmpty { lastYear = cell } else { thisYear = cell }
      case .other(let title): others.append("\(title)：\(cell)")
      }
    }
    if project.isEmpty { return }
    if !number.isEmpty { project = "\(number) \(project)" }
    if !department.isEmpty { project += "(\(department))" }
  }

  /// A name and a goal that have run into one cell: `… (総務課) 基本目標3`.
  private static func parted(_ cell: String) -> [String] {
    for goal in CouncilCells.goals {
      guard let range = cell.firstRange(of: ") " + goal) else { continue }
      let head = cell[..<cell.index(after: range.lowerBound)]
      return [String(head), cell[head.endIndex...].trimmed]
    }
    return [cell]
  }

  /// The placement taken off a name it has run into: `社会福祉事業拠点 推進事業 1 …事業 (総務課)`.
  private static func placed(
    _ name: String, under placement: String
  ) -> (placement: String, project: String) {
    guard placement.isEmpty, CellText.numbered(name).number == nil,
      let space = name.indices.first(where: { place in
        name[place] == " " && CellText.numbered(name[name.index(after: place)...]).number != nil
      })
    else { return (placement, name) }
    return (String(name[..<space]), name[space...].trimmed)
  }

  private static func placeOfName(in cells: [String], hasGoals: Bool) -> Int? {
    if hasGoals, let goal = cells.prefix(5).firstIndex(where: CouncilCells.isGoal), goal > 0 {
      return goal - 1
    }
    if let name = cells.prefix(3).firstIndex(where: { CouncilCells.project($0) != nil }) {
      return name
    }
    // A row that goes on: its first cells are empty, and the sub-item stands behind the goal.
    guard let first = cells.firstIndex(where: { !$0.isEmpty }) else { return nil }
    if CouncilCells.circled(cells[first].first) != nil, cells.count - first > 1 {
      return first - (hasGoals ? 2 : 1)
    }
    return first >= 2 ? 1 : nil
  }

  var continuesProject: Bool { project.isEmpty }
  var subItem: (index: Int, title: String, rest: String)? { CouncilCells.subItem(purpose) }
}
