import HaskapText
import Testing

@testable import HaskapCivic

@Suite("Cells of names, departments and implementation") struct CellTests {
  @Test(
    "the last brackets are the department if they name an office",
    arguments: [
      ("消費生活講演会 (市民生活課)", "消費生活講演会", ["市民生活課"]),
      ("「053（ゼロごみ）の日」 (春・秋) (ゼロごみ推進課)", "「053（ゼロごみ）の日」 (春・秋)", ["ゼロごみ推進課"]),
      ("移動工業試験場(苫小牧) (テクノセンター)", "移動工業試験場(苫小牧)", ["テクノセンター"]),
      ("講座（まちづくり推進課（旧政策課））", "講座", ["まちづくり推進課（旧政策課）"]),
      ("まつり (総合福祉課、介護福祉課)", "まつり", ["総合福祉課", "介護福祉課"]),
      ("まつり (総合福祉課) (介護福祉課)", "まつり", ["総合福祉課", "介護福祉課"]),
      ("ダンシング（第1期）（第2期）", "ダンシング（第1期）（第2期）", []),
      ("講習会", "講習会", []), ("コンサート(文化会館) (生涯学習課)", "コンサート(文化会館)", ["生涯学習課"]),
      ("講演会 (市民生活課", "講演会", ["市民生活課"]),
    ]) func departments(_ cell: String, _ name: String, _ departments: [String])
  {
    let found = DepartmentCell.split(cell)
    #expect(found.name == name)
    #expect(found.departments == departments)
  }

  @Test(
    "・ parts departments only after an office's name",
    arguments: [
      ("協働・男女平 等参画室", ["協働・男女平等参画室"]), ("港湾・企業振興課", ["港湾・企業振興課"]),
      ("総合福祉課・介護福祉課", ["総合福祉課", "介護福祉課"]), ("総合福祉課 介護福祉課", ["総合福祉課", "介護福祉課"]),
      ("-", []), ("", []),
    ]) func departmentLists(_ cell: String, _ departments: [String])
  {
    #expect(DepartmentCell.read(cell) == departments)
  }

  @Test(
    "how often, and since when",
    arguments: [
      ("例年実施（昭和47年 頃から継続実施）", annual(around: 1972)), ("例年実施", annual()),
      ("毎年（2010年から）", annual(2010)),
      ("例年実施（平成23年度から実行委員会形式で継続実施）", annual(2011)), ("例年実施（平成元年頃から継続実施）", annual(around: 1989)),
      ("単年度（新規）実施", singleYear), ("2年に一度実施", biennial), ("隔年実施", biennial), ("２年に１回", biennial),
      ("３年に一度実施", .init(kind: .other)), ("未定", .init(kind: .other)), ("－", .init(kind: .none)),
    ]) func implementation(_ cell: String, _ expected: Record.Implementation)
  {
    #expect(ImplementationCell.read(cell) == expected)
  }

  @Test("an empty cell says nothing") func emptyImplementation() {
    #expect(ImplementationCell.read(" ") == nil)
  }

  @Test(
    "letters taken one by one are words again, words stay words",
    arguments: [
      ("(株)M a m m y P r o", "(株)MammyPro"), ("C. A. W第15回公演", "C.A.W第15回公演"),
      ("TANZ DANCE STUDIO", "TANZ DANCE STUDIO"),
      ("R.Y.H (Rise Your Hands)", "R.Y.H (Rise Your Hands)"),
      ("A B", "A B"), ("Let's Kids うとねっと", "Let's Kids うとねっと"),
    ]) func letters(_ printed: String, _ meant: String)
  {
    #expect(Letters.joined(printed) == meant)
  }

  @Test("corrections tell what was printed and why") func corrections() {
    let found = Corrections.apply("苦小牧の苦手", field: "name")
    #expect(found.text == "苫小牧の苦手")
    #expect(found.notes.map(\.printed) == ["苦小牧"])
    #expect(Corrections.apply("苫小牧の苦手", field: "name").notes == [])
  }

  @Test("folding keeps every position") func folding() {
    #expect(Folding.folded("（１２，３）：〜～ＡＢ　㈱") == "(12、3):~~AB ㈱")
  }
}
