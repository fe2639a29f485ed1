import HaskapText
import Testing

@testable import HaskapCivic

/// Cells of figures, one fault or manner of writing each.
@Suite struct FigureCellTests {
  @Test(
    "a space before the counter, a colon after people, and full-width digits change nothing",
    arguments: [
      "小学生の部 9/28開催 参加者 11 人 第2 回 10/5 参加者 12 人", "小学生の部 9/28開催 参加者：11人 第2回 10/5 参加者：12人",
      "小学生の部 ９/２８開催 参加者 １１人 第２回 １０/５ 参加者 １２人",
    ]) func spelling(_ cell: String)
  {
    #expect(FigureCell(cell) == FigureCell("小学生の部 9/28開催 参加者 11人 第2回 10/5 参加者 12人"))
    #expect(FigureCell(cell).events.map(\.participants) == [11, 12])
  }

  private func figures(_ text: String) -> [String] {
    FigureCell(text).entries.map { entry in
      let value = entry.value.map { $0 == $0.rounded() ? String(Int($0)) : String($0) } ?? "?"
      return "\(entry.label)|\(value)|\(entry.unit ?? "-")"
    }
  }

  @Test(arguments: [
    // Full-width digits, brackets and colons.
    ("３月末：登録数　９１箇所", ["3月末: 登録数|91|箇所"]),
    ("参加者 ４１人（延べ）", ["参加者(延べ)|41|人"]),
    // Parts of figures.
    ("参加者47人(内、一般参加22人)", ["参加者|47|人", "参加者(内、一般参加)|22|人"]),
    ("市民後見人 86件(46人)", ["市民後見人|86|件", "市民後見人|46|人"]),
    // What is written behind a figure names it where nothing stands before.
    ("① 36件預かり", ["① 預かり|36|件"]),
    ("年4回発行", ["発行|4|回"]),
    ("相談会 約50人", ["相談会|50|人"]),
    ("合計 5回", ["合計|5|回"]),
    // Decimals and money.
    ("達成率 59.2% 収入 2,498,925円", ["達成率|59.2|%", "収入|2498925|円"]),
  ])
  func figures(_ text: String, _ expected: [String]) {
    #expect(figures(text) == expected)
  }

  @Test(arguments: [
    "第2層SC圏域の協議体", "197号～200号発行", "毎月第3水曜日", "月1回他随時", "10/4 予約開始", "11月28日",
    "1階ホール", "3町", "R7開催無", "※1カ所不参加", "10～15人", "令和7年度", "なし", "",
  ])
  func numbersThatAreNoFigures(_ text: String) {
    #expect(figures(text) == [])
  }

  @Test func aNumberWithoutItsUnit() {
    #expect(figures("個人62人、団体34") == ["個人|62|人", "団体|34|-"])
    #expect(figures("団体34") == [])
  }

  @Test func daysWithPeople() {
    let cell = FigureCell("9/15～9/16開催 参加者 約27人 第2回 11/9(土) 中止 発送 3/4 5件")
    let first = FigureCell.Event(
      days: .init(start: .init(month: 9, day: 15), end: .init(month: 9, day: 16)),
      participants: 27, unit: "人", isApproximate: true)
    let second = FigureCell.Event(
      days: .init(start: .init(month: 11, day: 9)), label: "第2回", isCancelled: true)
    #expect(cell.events == [first, second])
    #expect(cell.totalParticipants == 27)
    #expect(!cell.isCancelled)
    #expect(FigureCell("感染拡大防止のため中止").isCancelled)
  }

  @Test func whatWasNotCalledOff() {
    for text in ["11/9 中止せず実施", "雨天の場合 中止", "中止の場合は書面開催", "11/9 中止 の場合は翌週"] {
      let cell = FigureCell(text)
      #expect(!cell.isCancelled && !cell.events.contains(where: \.isCancelled), "\(text)")
    }
    #expect(FigureCell("11/9 見送り").events.map(\.isCancelled) == [true])
    #expect(FigureCell("実施なし").isCancelled)
  }

  @Test func eventsAreNamedByTheirSubject() {
    let cell = FigureCell("第1回 6/26 18人参加(市内) 体験会3/4 協力企業: 三星 参加者5人 講演会 11月28日 参加者 25名(市、2包括)")
    #expect(cell.events.map(\.label) == ["第1回", "体験会 協力企業", "講演会"])
    #expect(cell.events.map(\.participants) == [18, 5, 25])
    #expect(cell.events.map(\.days.start.day) == [26, 4, 28])
  }

  @Test func daysWithoutPeople() {
    let cell = FigureCell(
      "②9/28開催 ③ 研修会 10/4 予約の受付 ・期間10/15～11/15 回収334件 ・5/24花壇づくり ・研修 3/1実施")
    #expect(cell.events.map(\.label) == [nil, "花壇づくり", "研修"])
    #expect(cell.events.map(\.days.start.month) == [9, 5, 3])
    #expect(cell.events.allSatisfy { $0.participants == nil })
  }

  @Test func datesOfAFiscalYear() {
    func start(_ month: Int, _ day: Int) -> String {
      DayRange(start: .init(month: month, day: day)).dates(inFiscalYear: 2025).start.description
    }
    #expect(start(4, 1) == "2025-04-01")
    #expect(start(12, 31) == "2025-12-31")
    #expect(start(3, 31) == "2026-03-31")
  }

  @Test func aTotalOnlyWhereAllPeopleTookPart() {
    #expect(FigureCell("参加者 56人").totalParticipants == 56)
    #expect(FigureCell("参加者 56人 利用者 9人").totalParticipants == nil)
    #expect(FigureCell("A: 参加者 5人 B: 参加者 6人").totalParticipants == nil)
    #expect(FigureCell("6/1開催 参加者 5人 7/1開催 参加者 6人").totalParticipants == 11)
  }
}
