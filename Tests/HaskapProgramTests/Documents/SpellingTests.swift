import Foundation
import Testing

/// Which documents a query finds whole, through the ways in which Japanese is written and typed.
@Suite struct SpellingTests {
  struct Group: CustomTestStringConvertible {
    var name: String
    /// Numbered from 1.
    var texts: [String]
    var queries: [(query: String, found: [Int])]
    var testDescription: String { name }
  }

  private static let schema = """
    {"key": "id", "fields": [{"name": "id", "type": "keyword"},
     {"name": "body", "type": "text", "grams": true}]}
    """

  @Test(arguments: [
    Group(
      name: "quotes are exact", texts: ["サーバ室", "二十周年", "ゴミ袋", "引越し", "Ｔシャツ"],
      queries: [
        ("\"サーバー\"", []), ("\"20周年\"", []), ("\"ごみ\"", []), ("\"引っ越し\"", []), ("\"tシャツ\"", [5]),
        ("「ゴミ袋」", [3]),
      ]),
    Group(
      name: "short words", texts: ["バスケット", "シャープ", "四国", "八雲町", "ノート", "サーバル", "え"],
      queries: [
        ("バー", []), ("ノー", [5]), ("4", []), ("8", []), ("サーバー", []), ("エ", []), ("シャー", [2]),
      ]),
    Group(
      name: "long vowel", texts: ["プリンタの紙", "プリンターの紙", "ユーザ登録", "モニター会"],
      queries: [("プリンター", [1, 2]), ("プリンタ", [1, 2]), ("ユーザー", [3]), ("モニタ", [4])]),
    Group(
      name: "wave dash", texts: ["9時〜17時", "9時～17時", "東〜西", "らーめん"],
      queries: [("9時～17時", [1, 2]), ("\"東～西\"", [3]), ("ら〜めん", [4])]),
    Group(
      name: "iteration marks", texts: ["みすゞ飴", "あゝ無情", "バナヽ", "一歩々々", "いろ〳〵な花", "代々木", "佐〻木"],
      queries: [
        ("みすず", [1]), ("ああ無情", [2]), ("バナナ", [3]), ("一歩一歩", [4]), ("いろいろ", [5]), ("代代木", [6]),
        ("佐々木", [7]), ("佐佐木", [7]), ("代〻木", [6]),
      ]),
    Group(
      name: "half width", texts: ["ﾃﾞﾊﾟ-ﾄ", "ﾊﾞｽｹｯﾄﾎﾞ-ﾙ部", "パ-ティ", "ﾙ-5番", "B-1グランプリ"],
      queries: [
        ("デパート", [1]), ("バスケットボール", [2]), ("パーティ", [3]), ("ル-5", [4]), ("Ｂ－１", [5]),
      ]),
    Group(
      name: "hyphens", texts: ["0144ー32ー6111", "A─3棟", "053‐0018", "2⁻⁵"],
      queries: [("0144-32-6111", [1]), ("A-3", [2]), ("053ー0018", [3]), ("2⁻⁵", [4]), ("2-5", [4])]),
    Group(
      name: "apostrophes", texts: ["Don’t", "rock 'n' roll", "“はい”", "5′"],
      queries: [("don't", [1]), ("rock ’n’ roll", [2]), ("\"5'\"", [4]), ("はい", [3])]),
    Group(
      name: "voiced marks", texts: ["ハ゛ス停", "ほ゜", "ｳﾞｨｵﾗ", "う゛ぃおら"],
      queries: [("バス停", [1]), ("ぽ", [2]), ("ヴィオラ", [3, 4]), ("ゔぃおら", [3, 4])]),
    Group(
      name: "letters with marks", texts: ["Résumé", "Kōbe", "smörgås", "Beyoncé tour"],
      queries: [
        ("resume", [1]), ("kobe", [2]), ("smorgas", [3]), ("beyonce", [4]), ("\"resume\"", []),
        ("résumé", [1]),
      ]),
    Group(
      name: "old kanji", texts: ["德島", "呉吳服", "敎室", "瀨戸", "黑板", "會議"],
      queries: [("徳島", [1]), ("教室", [3]), ("瀬戸", [4]), ("黒板", [5]), ("会議", [6])]),
    Group(
      name: "numbers", texts: ["第三回八年生", "三〇〇人", "二十五周年", "十月三日", "八百屋"],
      queries: [("第3回8年生", [1]), ("300人", [2]), ("25周年", [3]), ("10月3日", [4]), ("800", [])]),
    Group(
      name: "words cut", texts: ["市民セン\nター", "図 書 館", "苫小\n  牧市", "new\nyork", "一\n\n二", "山田　太郎"],
      queries: [
        ("市民センター", [1]), ("図書館", [2]), ("苫小牧市", [3]), ("new york", [4]), ("\"newyork\"", []),
        ("\"一二\"", []), ("山田太郎", [6]),
      ]),
    Group(
      name: "typed", texts: ["防災の訓練", "防災", "TEL：0144", "10:30集合", "会場はどこですか？", "-3℃"],
      queries: [
        ("防災 AND 訓練", [1]), ("防災 かつ 訓練", [1]), ("防災 NOT 訓練", [2]), ("訓練 または 集合", [1, 4]),
        ("TEL：0144", [3]), ("10:30", [4]), ("どこですか?", [5]), ("（防災", [1, 2]), ("\"防災", [1, 2]),
        ("防災、", [1, 2]), ("-3℃", [6]), ("防災 OR", [1, 2]),
      ]),
    Group(
      name: "whole numbers",
      texts: [
        "二十人が来た", "十人が来た", "千二百円", "十一月三日", "第十二回", "二百円", "一月三日", "二十人と十人",
      ],
      queries: [
        ("10人", [2, 8]), ("200円", [6]), ("1月3日", [7]), ("第10", []), ("十人", [1, 2, 8]),
        ("20人", [1, 8]),
      ]),
    Group(
      name: "large numbers",
      texts: [
        "1,200円", "1200円", "千二百円", "5千円", "五千円", "5,000円", "11,200円", "1万2千人", "一万二千人", "12000人",
      ],
      queries: [
        ("1200円", [1, 2, 3]), ("1,200円", [1, 2, 3, 7]), ("千二百円", [1, 2, 3]), ("5千円", [4, 5, 6]),
        ("五千円", [4, 5, 6]), ("5000円", [4, 5, 6]), ("12,000人", [8, 9, 10]), ("\"1200円\"", [2]),
      ]),
    Group(
      name: "spaces", texts: ["定員 20名", "第 3 回", "NPO 法人", "定員20名"],
      queries: [("定員20名", [1, 4]), ("第3回", [2]), ("NPO法人", [3]), ("\"定員20名\"", [4])]),
    Group(
      name: "over lines", texts: ["in the\nmorning", "Wi-\nFi", "令和\n5年に", "in the morning"],
      queries: [
        ("\"in the morning\"", [1, 4]), ("\"in the\nmorning\"", [1, 4]), ("Wi-Fi", [2]),
        ("\"Wi-\nFi\"", [2]), ("\"和 5年\"", [3]), ("\"和\n5年\"", [3]),
      ]),
    Group(
      name: "cut ends",
      texts: ["令和 3年度の会", "平成 31年 4月 1日から", "0144ー32ー6111", "スポ-ツ", "13年度、第3回"],
      queries: [
        ("\" 3年度\"", [1]), ("\" 31年\"", [2]), ("\" 3\"", [1, 2]), ("\"年 4\"", [2]),
        ("\" 4月 1\"", [2]),
        ("\"44ー\"", [3]), ("\"ー32ー\"", [3]), ("\"スポ-\"", [4]), ("\"-ツ\"", [4]),
      ]),
    Group(
      name: "circles", texts: ["〇〇町内会", "○○町内会", "◯◯町内会", "二〇二三番", "出欠○"],
      queries: [
        ("〇〇町内会", [1, 2, 3]), ("○○町内会", [1, 2, 3]), ("◯◯", [1, 2, 3]), ("\"○○町内会\"", [2]),
        ("〇", [1, 4]), ("○", [2, 5]), ("二○二三", [4]), ("2023番", [4]),
      ]),
    Group(
      name: "counters", texts: ["2日間の開催", "2日市内で", "2時間", "2年度", "3人目", "12日間", "3か月間", "二日市の会"],
      queries: [
        ("二日", [1, 2, 8]), ("二日市", [8]), ("2日", [1, 2, 6]), ("二時", []), ("二年", []), ("三人", [5]),
        ("三か月", [7]),
      ]),
    Group(
      name: "vu", texts: ["ヴァイオリン教室", "バイオリン演奏", "ばいおりん広場", "ゔぁいおりんの音", "ヴィオラ"],
      queries: [
        ("ばいおりん", [1, 2, 3]), ("ゔぁいおりん", [1, 2, 3, 4]), ("ヴァイオリン", [1, 2, 3, 4]), ("びおら", [5]),
      ]),
    Group(
      name: "other kana",
      texts: [
        "まちかどミーティング", "まちかどみーてぃんぐ", "マチカドミーティング", "ネタバレ", "マッテ", "ヴァレー", "ところ〴〵",
        "ところどころ", "İstanbul", "Istanbul",
      ],
      queries: [
        ("まちかどミーティング", [1, 2, 3]), ("まちかどみーてぃんぐ", [1, 2, 3]), ("マチカドミーティング", [1, 2, 3]),
        ("バレー", [6]), ("ツテ", []), ("ところどころ", [7, 8]), ("ところ〴〵", [7, 8]), ("istanbul", [9, 10]),
        ("İstanbul", [9, 10]),
      ]),
    Group(
      name: "near words", texts: ["防祭訓練", "図書棺", "美術館", "町会内"],
      queries: [("防災訓練~", [1]), ("図書館~", [2]), ("博術館~", [3]), ("町内会~", [4])]),
  ]) func finds(_ group: Group) throws {
    let program = GenericProgram()
    let lines = try group.texts.enumerated().map { number, text in
      let line = try JSONSerialization.data(withJSONObject: ["id": "\(number + 1)", "body": text])
      return String(decoding: line, as: UTF8.self) + "\n"
    }
    try program.write(lines.joined(), to: "d.jsonl")
    try program.write(Self.schema, to: "s.json")
    try program.run("index", "d.jsonl", "--schema", "s.json", "--index", "ix")
    for (query, found) in group.queries {
      let run = try program.run("search", "--index", "ix", "--json", "--", query)
      let answer = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      let hits =
        answer?["partial"] as? Bool == true ? [] : answer?["hits"] as? [[String: Any]] ?? []
      let ids = hits.compactMap { ($0["document"] as? [String: Any])?["id"] as? String }
      #expect(ids.compactMap { Int($0) }.sorted() == found, "\(query)")
      // Other spellings are no success: a script learns from the status that all stands as typed.
      let isTyped = hits.contains { $0["match"] as? String == "exact" }
      #expect(run.status == (isTyped ? 0 : 1), "\(query): \(run.errors)")
    }
  }
}
