/// The state of reading one report of pledges: the policy and the pledge that rows stand under.
struct PledgesReading {
  private let document: String
  private let header: PledgesHeader
  private var records: [Record] = []
  private var warnings: [LineWarning] = []
  private var policy: String?
  private var policyTitle: String?
  private var policyNote: Record.Note?
  private var pledge: (number: Int, title: String)?
  private var percent: Int?
  private var pledgeNote: Record.Note?
  private var measure = 0
  /// Ratings printed beside the measures before, for one cell stands beside several rows.
  private var spare: (ratings: [StarRating], line: Int) = ([], 0)
  private var isInTable = false

  init(document: String, header: PledgesHeader) {
    self.document = document
    self.header = header
  }

  mutating func finished() -> (records: [Record], warnings: [LineWarning]) {
    dropSpare()
    var check = PledgesCheck(records: records, header: header)
    check.run()
    return (check.records, (warnings + check.warnings).sorted { $0.line < $1.line })
  }

  mutating func take(_ line: Substring, at number: Int) {
    if line.isBlank || header.lines.contains(number) { return }
    if PledgesReader.isHeading(line) {
      isInTable = true
      return
    }
    if !line.hasTab, !Self.looksLikeRow(line) {
      if isInTable, !"#■※".contains(line.first ?? " "), !PageNumber.matches(line) {
        warn(number, "表の外の行です", isUnread: true)
      }
      return
    }
    isInTable = true
    take(PledgesRow(line), at: number)
  }

  /// A row whose tabs were lost.
  private static func looksLikeRow(_ line: Substring) -> Bool {
    line.hasPrefix("●") || line.split(separator: " ").contains(where: StarRating.isStars)
  }

  private mutating func warn(_ line: Int, _ message: String, isUnread: Bool = false) {
    warnings.append(.init(line: line, message: message, isUnread: isUnread))
  }

  // MARK: Rows

  private mutating func take(_ row: PledgesRow, at number: Int) {
    var row = row
    if let title = row.takeUnnumberedPledge() {
      row.pledge = ((pledge?.number ?? 0) + 1, title)
      warn(number, "番号のない公約を\((pledge?.number ?? 0) + 1)番としました")
    }
    if let heading = row.policy { open(policy: heading, row.percent, at: number) }
    if let heading = row.pledge { open(pledge: heading) }
    if row.policy == nil, pledge != nil, let value = row.percent { percent = value }
    let first = records.count
    for entry in row.measures { add(entry, at: number) }
    let added = first..<records.count
    if added.isEmpty {
      continueLast(row, at: number)
    } else {
      distribute(row, over: added, at: number)
    }
    for text in row.unknown { warn(number, "読み取れませんでした: \(text.prefix(20))", isUnread: true) }
  }

  private mutating func open(
    policy heading: (numeral: String, title: String), _ value: Int?, at number: Int
  ) {
    policy = heading.numeral
    let title = Misreadings.correct(header.unwrapped(heading.title))
    policyTitle = title.text
    policyNote = title.note("policyTitle", whole: heading.title)
    pledge = nil
    measure = 0
    if let value, let listed = header.policies[heading.numeral]?.percent, listed != value {
      warn(
        number, "政策\(heading.numeral)の進捗がここでは\(value)%、総括表では\(listed)%です")
    }
  }

  private mutating func dropSpare() {
    if !spare.ratings.isEmpty { warn(spare.line, "施策より★の評価が多い行です") }
    spare = ([], 0)
  }

  private mutating func open(pledge heading: (number: Int, title: String)) {
    dropSpare()
    percent = nil
    measure = 0
    let listed = policy.flatMap { header.pledges[.init(policy: $0, number: heading.number)] }
    let (title, note) = PledgeTitle.settled(
      printed: header.unwrapped(heading.title), summary: listed?.title)
    pledge = (heading.number, title)
    pledgeNote = note
  }

  private mutating func add(_ entry: PledgesRow.Measure, at number: Int) {
    measure += 1
    let name = Misreadings.correct(promise: entry.name)
    var record = Record(document: document, layout: .pledges, line: number, name: name.text)
    record.section = policy.map { "政策" + $0 }
    record.policy = policy
    record.policyTitle = policyTitle
    record.pledge = pledge?.number
    record.pledgeTitle = pledge?.title
    record.measure = measure
    record.notes = [policyNote, pledgeNote, name.note("name", whole: entry.name)]
      .compactMap(\.self)
    records.append(record)
    append(entry.bullets, to: records.count - 1)
  }

  private mutating func append(_ bullets: [String], to index: Int) {
    for bullet in bullets {
      let text = Misreadings.correct(bullet)
      records[index].bullets.append(text.text)
      if let note = text.note("bullets"), !records[index].notes.contains(note) {
        records[index].notes.append(note)
      }
      for name in PledgesPartners.names(in: text.text)
      where !records[index].organizations.contains(where: { $0.name == name }) {
        records[index].organizations.append(.init(name: name, role: .related))
      }
    }
  }

  /// A row without a measure goes on with the measure above.
  private mutating func continueLast(_ row: PledgesRow, at number: Int) {
    let isEmpty = row.leadingBullets.isEmpty && row.departments.isEmpty && row.ratings.isEmpty
    if isEmpty { return }
    guard let last = records.indices.last, row.pledge == nil, measure > 0 else {
      warn(
        number, "どの施策のものか分からない取組・担当部署・★です", isUnread: true)
      return
    }
    append(row.leadingBullets, to: last)
    records[last].departments += row.departments
    if records[last].stars == nil { rate(last, row.ratings.first) }
  }

  /// Gives a row's departments and ratings to its measures.
  private mutating func distribute(_ row: PledgesRow, over added: Range<Int>, at number: Int) {
    append(row.leadingBullets, to: added.lowerBound)
    let above = added.lowerBound - 1
    let repeats = row.departments.isEmpty && row.repeatsAbove && above >= 0
    let departments = repeats ? records[above].departments : row.departments
    let ratings = row.ratings.isEmpty ? spare.ratings : row.ratings
    for (place, index) in added.enumerated() {
      records[index].progress = percent
      records[index].departments = departments
      rate(index, ratings.indices.contains(place) ? ratings[place] : nil)
      if added.count > 1, !row.departments.isEmpty {
        records[index].notes.append(
          .init(
            kind: .inferred, field: "departments",
            reason: "\(added.count)施策の担当部署がまとめて記されています"))
      }
    }
    spare = (Array(ratings.dropFirst(added.count)), number)
  }

  private mutating func rate(_ index: Int, _ rating: StarRating?) {
    guard let rating else {
      records[index].notes.append(
        .init(kind: .suspect, field: "stars", reason: "この施策の★が印字されていません"))
      return
    }
    records[index].stars = rating.full
    if !rating.isWhole {
      records[index].notes.append(
        .init(
          kind: .suspect, field: "stars", printed: rating.printed,
          reason: "★と☆が合わせて\(rating.marks)個あります（10個のはず）"))
    }
  }
}
