import HaskapText
import Testing

@testable import HaskapCivic

/// Whole records of every kind of page, written by reading the rows.
@Suite struct PledgesReaderTests {
  private static let reading = PledgesReader.read(document: "x", lines: PledgesFixture.lines)

  private struct Policy {
    var numeral: String
    var title: String
    var notes: [Record.Note] = []
  }

  private static func misread(_ field: String, _ printed: String) -> Record.Note {
    .init(
      kind: .corrected, field: field, printed: printed,
      reason: "「苫」を「苦」と読み違えたもの（市名）")
  }

  private let first = Policy(
    numeral: "Ⅰ", title: "行革を進め、無駄のない効率的な都市機能をもつまち苫小牧 築きます！5th stage",
    notes: [misread("policyTitle", "行革を進め、無駄のない効率的な都市機能をもつまち苦小牧 築きます！5th stage")])
  private let second = Policy(
    numeral: "Ⅱ", title: "産業流通の活性化、働く人の明るい笑顔あふれるまち苫小牧 導きます！5th stage")
  private let third = Policy(
    numeral: "Ⅲ", title: "お年寄りや子どもたちが安心して暮らせるまち苫小牧 育てます！5th stage",
    notes: [misread("policyTitle", "お年寄りや子どもたちが安心して暮らせるまち苦小牧 育てます！5th stage")])
  private let fourth = Policy(
    numeral: "Ⅳ", title: "自然を生かし、環境と調和のとれた 美しいまち苫小牧 守ります！5th stage")
  private let fifth = Policy(
    numeral: "Ⅴ", title: "心の通い合う、優しい音楽の流れる暖かなまち苫小牧 愛します！5th stage",
    notes: [misread("policyTitle", "心の通い合う、優しい音楽の流れる 暖かなまち苦小牧 愛します！5th stage")])

  private func expect(
    _ place: Int, line: Int, _ policy: Policy, _ pledge: Int, _ pledgeTitle: String,
    _ progress: Int,
    _ measure: Int, _ name: String, _ departments: [String], stars: Int?, _ bullets: [String],
    sourceLocation: SourceLocation = #_sourceLocation, _ fill: (inout Record) -> Void = { _ in }
  ) {
    var record = Record(document: "x", layout: .pledges, line: line, name: name)
    record.section = "政策" + policy.numeral
    record.policy = policy.numeral
    record.policyTitle = policy.title
    record.pledge = pledge
    record.pledgeTitle = pledgeTitle
    record.progress = progress
    record.measure = measure
    record.departments = departments
    record.stars = stars
    record.bullets = bullets
    record.fiscalYear = 2023
    record.period = .init(
      start: PartialDate(year: 2022, month: 7), end: PartialDate(year: 2024, month: 3))
    fill(&record)
    var read = Self.reading.records[place]
    let notes = policy.notes + record.notes + [PledgesFixture.yearNote]
    #expect(
      Set(read.notes.map(text)) == Set(notes.map(text)),
      sourceLocation: sourceLocation)
    read.notes = []
    record.notes = []
    #expect(read == record, sourceLocation: sourceLocation)
  }

  private func text(_ note: Record.Note) -> String {
    "\(note.kind) \(note.field) \(note.printed ?? "-"): \(note.reason)"
  }

  @Test func allMeasuresAreFoundAndNothingElse() {
    #expect(Self.reading.records.count == 15)
    #expect(Self.reading.warnings.isEmpty)
    #expect(PledgesReader.confidence(lines: PledgesFixture.lines) > 0.95)
  }

  @Test func numbersInAColumnOfTheirOwn() {
    expect(
      0, line: 22, first, 1, "SDGsなど時代の変化を捉え、持続可能な行財政運営を行います", 73, 1,
      "財政秩序を守りながら健全性を保つ新たな財政運営計画を策定します", ["政策推進課", "財政課"], stars: 7,
      ["寄附を集めました。", "苫小牧市の計画をつくり、スクラップ&ビルドを進めました。"]
    ) { $0.notes = [Self.misread("bullets", "苦小牧")] }
    expect(
      1, line: 24, first, 2, "あらゆる課題に対し、迅速に対応する柔軟な組織編成に取り組みます", 66, 1,
      "行政課題に応じた政策立案を行う組織体制を構築します", ["行政監理室"], stars: 5, ["室を置きました。"]
    ) {
      $0.notes = [
        .init(
          kind: .corrected, field: "pledgeTitle", printed: "あらゆる課題に対し、迅速に対応する柔軟な組織編成に取り組めます",
          reason: "「み」を「め」と読み違えたもの（公約の言い切り）")
      ]
    }
  }

  @Test func numbersBeforeTheTitle() {
    expect(
      2, line: 30, second, 1, "産業集積状況等の利点を活かし、人や投資をさらに呼び込みます", 58, 1,
      "創造産業の誘致や起業支援等、仕事の多様化を進めて生産年齢人口の増加につなげます",
      ["港湾・企業振興課", "工業・雇用振興課", "テクノセンター", "商業振興課"], stars: 6,
      ["苫小牧工業高等専門学校や関係機関と催しを開きました。"]
    ) { $0.organizations = [.init(name: "苫小牧工業高等専門学校", role: .related)] }
    expect(
      3, line: 32, second, 3, "ダブルポートを有効活用して人流を活性化させるとともに、物流機能の強化を図ります", 52, 1,
      "苫小牧港と新千歳空港の機能連携を図り、国際競争力を高めます", ["まちづくり推進課", "空港政策課", "観光振興課"],
      stars: 5, ["冊子を配りました。"])
  }

  @Test func aMeasureWithoutWork() {
    expect(
      4, line: 34, second, 5, "誰もが働きやすい環境づくりの取組を強化します", 65, 1,
      "多様化する社会の変化に対応するため、女性や若者のさらなる社会参加を促します", ["行政監理室", "消防本部総務課"],
      stars: 5, []
    ) {
      $0.notes = [
        .init(kind: .suspect, field: "bullets", reason: "この施策に取組内容の記載がありません")
      ]
    }
  }

  @Test func twoMeasuresInOneRow() {
    let shared = Record.Note(
      kind: .inferred, field: "departments",
      reason: "2施策の担当部署がまとめて記されています")
    let title = "ふくしの心が行き届き、誰もが孤立することなく、心豊かに暮らせるまちを目指します"
    expect(
      5, line: 38, third, 1, title, 77, 1, "ふくし施策の柱となる計画、制度やシステムの整備を進めます",
      ["総合福祉課", "健康支援課"], stars: 8, ["計画をつくりました。"]
    ) { $0.notes = [shared] }
    expect(
      6, line: 38, third, 1, title, 77, 2, "より良いふくしサービス提供に向けた支援の拡充を図ります",
      ["総合福祉課", "健康支援課"], stars: 7, ["補助金を交付しました。", "助成を始めました。"]
    ) { $0.notes = [shared] }
    let corrected = Record.Note(
      kind: .corrected, field: "pledgeTitle", printed: "安心して快適な都市環境の整備に取り組めます",
      reason: "「み」を「め」と読み違えたもの（公約の言い切り）、"
        + "総括表では「安心で快適な都市環境の整備に取り組みます」")
    expect(
      7, line: 39, third, 4, "安心で快適な都市環境の整備に取り組みます", 45, 1,
      "通院時や入院時の不安を解消するため、医療施設の整備を進めます", ["障がい福祉課"], stars: 7, ["電波を届けました。"]
    ) { $0.notes = [shared, corrected] }
    expect(
      8, line: 39, third, 4, "安心で快適な都市環境の整備に取り組みます", 45, 2, "公園機能を最大限に活用し、市民生活に潤いを与えます",
      ["障がい福祉課"], stars: nil, ["設計しました。"]
    ) {
      $0.notes = [
        shared, corrected,
        .init(
          kind: .suspect, field: "stars", reason: "この施策の★が印字されていません"),
      ]
    }
  }

  @Test func workInACellOfItsOwn() {
    expect(
      9, line: 41, third, 5, "市民の生命・財産・安全を守る施策に取り組みます", 56, 1, "健康寿命北海道ナンバー1の市を目指した取組を進めます",
      ["スポーツ都市推進課", "行政監理室"], stars: 6, ["歩きました。", "橋を直しました。"])
    expect(
      11, line: 49, fourth, 3, "クリーンでみどり豊かなまちをつくります", 45, 1,
      "森林を活用した地球温暖化対策に取り組むとともに、苫小牧の自然の魅力を発信します",
      ["政策推進課", "環境生活課", "緑地公園課"], stars: 4, ["旅をしました。"])
  }

  @Test func paragraphsUnderAListAndStarsInAList() {
    expect(
      10, line: 47, fourth, 1, "温室効果ガス実質排出量ゼロを目指します", 53, 1, "再生可能エネルギーの導入に向け、企業市民を支援します",
      ["環境保全課", "港湾・企業振興課"], stars: 4, ["苫小牧市再生可能エネルギーゾーニング協議会を設けました。"]
    ) { $0.organizations = [.init(name: "苫小牧市再生可能エネルギーゾーニング協議会", role: .related)] }
    expect(
      12, line: 51, fourth, 5, "良好な自然環境の保全と活用に取り組むとともに、野生動物対策を強化します", 52, 1,
      "抜本的な捕獲強化に向け、鳥獣被害対策を実施します", ["環境生活課"], stars: 5, ["会議を置きました。"])
  }

  @Test func departmentsAndStarsInOneCell() {
    let disagrees = Record.Note(
      kind: .suspect, field: "progress", printed: "41", reason: "総括表では43%です")
    let title = "スポーツや文化芸術の振興を図り、心と体の健康づくりを支援します"
    expect(
      13, line: 55, fifth, 3, title, 41, 1, "老朽化した施設の改築計画策定に取り組みます",
      ["スポーツ都市推進課", "緑地公園課", "科学センター"], stars: 5, ["床を替えました。"]
    ) {
      $0.notes = [
        disagrees,
        .init(
          kind: .suspect, field: "stars", printed: "★★★★★☆ ☆☆☆☆☆",
          reason: "★と☆が合わせて11個あります（10個のはず）"),
      ]
    }
    expect(
      14, line: 56, fifth, 3, title, 41, 2,
      "美術博物館の企画・展示の充実を図り、身近に文化芸術に触れる環境を提供するとともに、文化遺産を後世に引き継ぐための施策を展開します", ["美術博物館"],
      stars: 4, ["長く開けました。"]
    ) { $0.notes = [disagrees] }
  }
}
