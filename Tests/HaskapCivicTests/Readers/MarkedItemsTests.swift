import HaskapText
import Testing

@testable import HaskapCivic

/// Items of lists whose parts are told from each other by signs, labels and how far they are set in.
@Suite("Items of lists, of Markdown and of other texts") struct MarkedItemsTests {
  private static func reading(_ text: String, file: String) throws -> Reading {
    ReportReader.read(try ReportText(file: file, bytes: Array(text.utf8)))
  }

  /// Name, bodies with what they did, offices, days and people of each record.
  private static func told(_ text: String, file: String = "a.md") throws -> [String] {
    try reading(text, file: file).records.filter { $0.layout != .paragraphs }.map { record in
      let bodies = record.organizations.map { body in
        body.role == .related ? body.name : "\(body.name)(\(body.role))"
      }
      let days = record.occurrences.map { occurrence in
        [occurrence.start, occurrence.end].compactMap { $0?.description }.joined(separator: "/")
      }
      let people = record.totalParticipants.map { ["\($0)"] } ?? []
      return ([record.name] + bodies + record.departments + days + people)
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  private static let title = "# 令和5年度 後援行事\n\n"

  @Test("Labels tell what bodies did, and brackets with corners the office")
  func roles() throws {
    let text =
      "令和5年度　後援行事\n\n1 菊花展【公園課】（主催：菊花愛好会、共催：園芸協会）\n2 短歌大会【文化課】（主催：短歌連盟、協力：白鳥短歌会）\n"
    #expect(
      try Self.told(text, file: "a.txt") == [
        "菊花展 菊花愛好会(host) 園芸協会(partner) 公園課", "短歌大会 短歌連盟(host) 白鳥短歌会(partner) 文化課",
      ])
    let below =
      "令和5年度　協働事業\n\n(1)菊花展【新規】【公園課】\n　主催：菊の会　共催：園芸協会\n(2)短歌大会〔文化課〕\n　主催：短歌連盟\n　協力：白鳥短歌会\n"
    #expect(
      try Self.told(below, file: "a.txt") == [
        "菊花展 菊の会(host) 園芸協会(partner) 公園課", "短歌大会 短歌連盟(host) 白鳥短歌会(partner) 文化課",
      ])
  }

  @Test("Names that are links, with brackets in them and in their targets")
  func links() throws {
    let list =
      Self.title
      + "- [菊花展（秋）](https://a.example/k_(1))（園芸協会）5月3日\n- [短歌[初級]](https://a.example/)（短歌連盟）6月4日\n"
    #expect(try Self.told(list) == ["菊花展（秋） 園芸協会 2023-05-03", "短歌[初級] 短歌連盟 2023-06-04"])
    let table =
      Self.title
      + "| 行事名 | 団体 | 開催日 |\n|---|---|---|\n| [菊花展（秋）](https://a.example/k_(1)) | [園芸協会](https://b.example) | 5月3日 |\n| 短歌大会 | 短歌連盟 | 6月4日 |\n"
    #expect(try Self.told(table) == ["菊花展（秋） 園芸協会 2023-05-03", "短歌大会 短歌連盟 2023-06-04"])
  }

  @Test("Items with plus signs, and tasks")
  func plusesAndTasks() throws {
    let expected = ["菊花展 園芸協会(host) 2023-05-03", "短歌大会 短歌連盟(host) 2023-06-04"]
    for (mark, inner) in [("+", "+"), ("- [x]", "-"), ("*", "-"), ("-", "*")] {
      let text =
        Self.title
        + "\(mark) 菊花展\n  \(inner) 主催：園芸協会\n  \(inner) 期日：5月3日\n\(mark) 短歌大会\n  \(inner) 主催：短歌連盟\n  \(inner) 期日：6月4日\n"
      #expect(try Self.told(text) == expected, "\(mark) \(inner)")
    }
  }

  @Test("What is set in below an item tells of it, one label or none at all")
  func insets() throws {
    let one = Self.title + "- 菊花展\n  - 主催：園芸協会\n- 短歌大会\n  - 主催：短歌連盟\n"
    #expect(try Self.told(one) == ["菊花展 園芸協会(host)", "短歌大会 短歌連盟(host)"])
    let none = Self.title + "- 菊花展\n  - 園芸協会\n  - 5月3日\n- 短歌大会\n  - 短歌連盟\n  - 6月4日\n"
    #expect(try Self.told(none) == ["菊花展 園芸協会 2023-05-03", "短歌大会 短歌連盟 2023-06-04"])
    let apart =
      Self.title
      + "- 菊花展\n\n  主催：園芸協会\n\n  期日：5月3日\n\n  参加者：20人\n\n- 短歌大会\n\n  主催：短歌連盟\n\n  期日：6月4日\n\n  参加者：30人\n"
    #expect(
      try Self.told(apart) == [
        "菊花展 園芸協会(host) 2023-05-03 20", "短歌大会 短歌連盟(host) 2023-06-04 30",
      ])
  }

  @Test(
    "Slashes, dashes and commas part what an item tells, and a colon its name from that",
    arguments: [
      "- N／B／D\n", "- N / B / D\n", "- N — B — D\n", "- **N** - B - D\n", "- N、B、D\n",
      "- D、N（B）、公園\n", "- N：B、D\n",
      "- 行事名：N、団体：B、期日：D\n",
    ])
  func parts(item: String) throws {
    let items = [("菊花展", "菊愛会", "5月3日"), ("短歌大会", "短歌連盟", "6月4日"), ("美術展", "美術協会", "7月2日～8日")]
    let text = items.map { name, body, day in
      item.replacing("N", with: name).replacing("B", with: body).replacing("D", with: day)
    }
    #expect(
      try Self.told(Self.title + text.joined()) == [
        "菊花展 菊愛会 2023-05-03", "短歌大会 短歌連盟 2023-06-04", "美術展 美術協会 2023-07-02/2023-07-08",
      ])
  }

  @Test("Names with bodies in brackets alone, below a title that speaks of bodies")
  func bodiesAlone() throws {
    let text = "平成30年度　共催事業\n\n・菊花展（菊愛会）\n・短歌大会（短歌連盟）\n・美術展（美の会）\n"
    #expect(try Self.told(text, file: "a.txt") == ["菊花展 菊愛会", "短歌大会 短歌連盟", "美術展 美の会"])
  }

  @Test("A cell on each line below a title in parts, what was granted in one of them")
  func cellsOnLines() throws {
    let granted =
      "令和4年度　海辺市　活動助成金　交付団体\n事業名\n団体名\n助成額\n担当課\n浜の清掃\n浜の会\n100,000円\n環境課\n花壇づくり\n花の会\n80,000円\n公園課\n"
    #expect(try Self.told(granted, file: "a.txt") == ["浜の清掃 浜の会 環境課", "花壇づくり 花の会 公園課"])
    let apart =
      "海辺市　令和5年度　後援\n\n行事名\n主催者\n開催日\n\n浜の学校\n浜の研究会\n8月20日\n\n花の教室\n花の会\n5月13日\n"
    #expect(
      try Self.told(apart, file: "a.txt") == [
        "浜の学校 浜の研究会(host) 2023-08-20", "花の教室 花の会(host) 2023-05-13",
      ])
    let numbered =
      "令和5年度　後援名義　海辺市教育委員会\n番号\n事業名\n主催団体\n開催日\n1\n浜の学校\n浜の研究会\n令和5年8月20日\n2\n花の教室\n花の会\n令和5年5月13日\n"
    #expect(
      try Self.told(numbered, file: "a.txt") == [
        "浜の学校 浜の研究会(host) 2023-08-20", "花の教室 花の会(host) 2023-05-13",
      ])
  }

  @Test("Commas of figures in sentences part no cells")
  func figures() throws {
    for text in ["来館者は12,345人、貸出は6,789冊。\n", "来館者は12,345人、貸出は6,789冊。\n来場者は1,234人、応募は2,345人。\n"] {
      let texts = try Self.reading(text, file: "a.txt").records.compactMap(\.text)
      #expect(texts.joined(separator: "\n") == text.trimmed)
    }
  }

  @Test("A dot inside of a name with a legal form parts it from no body")
  func dots() throws {
    let text = "令和5年度\n事業名,団体,開催日\n清掃,NPO法人浜・水辺ネットワーク,5月3日\n植樹,NPO法人森・浜町内会,6月4日\n"
    #expect(
      try Self.told(text, file: "a.csv") == [
        "清掃 NPO法人浜・水辺ネットワーク 2023-05-03", "植樹 NPO法人森 浜町内会 2023-06-04",
      ])
  }

  @Test("Lines beside a table that tell as much are told of as not read")
  func unread() throws {
    let text =
      "令和5年度\n事業名\t団体\t開催日\n清掃\t浜の会\t5月3日\n植樹\t森の会\t6月4日\n\nお知らせ\n\n夏の夜の大きな朝市と夜の市（海辺商工会議所青年部）6月11日\n\n会場までは徒歩でお越しください。\n"
    let reading = try Self.reading(text, file: "a.tsv")
    #expect((reading.rows, reading.rowsUnread) == (3, 1))
    #expect(reading.warnings.map(\.line) == [8])
  }

  @Test("A second day right behind the day of the week of the first")
  func secondDays() throws {
    let text = "令和5年度\n事業名,団体,開催日\n演劇,花の会,2月24日(土)25日(日)\n朝市,浜の会,9月2日（土）16日（土）\n"
    #expect(
      try Self.told(text, file: "a.csv") == [
        "演劇 花の会 2024-02-24/2024-02-25", "朝市 浜の会 2023-09-02 2023-09-16",
      ])
  }

  @Test("Labels whose letters stand apart, before slashes, below a title in parts")
  func spreadLabels() throws {
    let text =
      "社協だより　令和6年秋号　活動報告\n\n◆昼食会\n　日　時／6月10日（月）11:00～\n　会　場／福祉会館\n　参加者／43名\n　協　力／食を考えるグループ\n"
    #expect(try Self.told(text, file: "a.txt") == ["昼食会 食を考えるグループ(partner) 2024-06-10 43"])
  }

  @Test(
    "Each day at the left begins an item, one with a name alone too, and what stands below is none")
  func daysAtTheLeft() throws {
    let text =
      "令和6年度 行事\n\n12月15日（日）　しめ縄づくり（共催：有志の会）\n1月7日（火）　七草の会\n2月2日（日）　豆まき（共催：町内会）\n"
    #expect(
      try Self.told(text, file: "a.txt") == [
        "しめ縄づくり 有志の会(partner) 2024-12-15", "七草の会 2025-01-07", "豆まき 町内会(partner) 2025-02-02",
      ])
    let foot = "令和5年度 後援\n\n菊花展（主催：園芸協会）5月3日\n短歌大会（主催：短歌連盟）6月4日\n更新日：令和6年4月1日\n"
    #expect(
      try Self.told(foot, file: "a.txt") == [
        "菊花展 園芸協会(host) 2023-05-03", "短歌大会 短歌連盟(host) 2023-06-04",
      ])
  }

  @Test("Roman numbers group rows that are numbered otherwise")
  func groups() throws {
    let text = "令和5年度\nNo,事業名,団体,担当課,開催日\nⅠ,教育,,,\n1,合宿,森の会,学校課,5月3日\nⅡ,環境,,,\n2,清掃,川の会,環境課,6月4日\n"
    #expect(
      try Self.told(text, file: "a.csv") == [
        "合宿 森の会 学校課 2023-05-03", "清掃 川の会 環境課 2023-06-04",
      ])
  }

  @Test("A form of two labels in a row whose columns count letters")
  func forms() throws {
    let form = """
                 令和5年度 協働事業実績報告書
      事業名     海辺の朝市
      実施団体    NPO法人浜を楽しむ会  担当課    農政課
      実施期間    令和5年6月4日～令和6  参加者数   40人
              年3月8日
      事業の成果   町のにぎわいになった。

      """
    #expect(
      try Self.told(form + "\u{C}", file: "a.txt") == [
        "海辺の朝市 NPO法人浜を楽しむ会(host) 農政課 2023-06-04/2024-03-08 40"
      ])
  }

  @Test("The city of a title whose words stand in several cells")
  func citiesInCells() {
    #expect(ReportCity.find(in: ["令和5年度\t釧路市\t協働事業一覧", "番号\t事業名\t団体"]) == "釧路市")
    #expect(ReportCity.find(in: ["\t\t大和高田市 市民課", "番号\t事業名\t団体"]) == "大和高田市")
    #expect(ReportCity.find(in: ["令和5年度に弘前市教育委員会が後援した事業"]) == "弘前市")
    #expect(ReportCity.find(in: ["番号\t事業名\t団体", "1\t清掃\t釧路市"]) == nil)
  }
}
