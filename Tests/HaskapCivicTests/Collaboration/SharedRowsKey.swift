import HaskapCivic
import HaskapText

/// Rows of the reports of 2023 and 2020 that `CollaborationGolden` leaves out, copied by hand from
/// reading them: department, how often and since when, organizations, dates, total.
enum SharedRowsKey {
  static let shared2023 = """
    ① 4 | スポーツ都市推進課 | annual 2000 | 公益財団法人苫小牧市スポーツ協会 | 2023-08-23/2023-09-03 約150人 | 150
    ① 6 | 市民生活課 | annual | 苫小牧消費者協会 | 2024-02-17 20人 | 20
    ① 8 | 介護福祉課 | annual 2017 | えがおの花咲く写真展 in 苫小牧2023実行委員会 | 2023-11-11/2023-11-13 |
    ① 12 | 工業・雇用振興課 | single_year | 独立行政法人中小企業基盤整備機構北海道本部 | 2023-09-13 6人; 2023-09-14 6人; 2023-09-15 6人 | 18
    ① 13 | テクノセンター | single_year | 早坂理工(株) | 2023-06-20 12人 | 12
    ① 14 | テクノセンター | single_year | QCサークル北海道支部 苫小牧・千歳地区 | 2023-06-22 17人 | 17
    ① 17 | テクノセンター | annual 2015 | 北海道職業能力開発大学校 | 2023-12-05/2023-12-06 6人 | 6
    ① 18 | 商業振興課 | annual 2015 | 苫小牧商工会議所; 苫小牧市男女平等参画推進センター | 2023-05-13 20人; 2023-05-20 21人; 2023-05-27 16人; 2023-06-03 16人; 2023-06-14 42人; 2023-06-17 10人 | 125
    ① 19 | 生涯学習課 | annual 2007 | 苫小牧市女性団体連絡協議会 | 2023-09-13 61人 | 61
    ① 20 | 生涯学習課 | annual 2009 | 株式会社北海道新聞社; 株式会社苫小牧民報社 | 2023-09-23 682人 | 682
    """

  static let shared2020 = """
    ① 2 | 市民生活課 | annual | 苫小牧消費者協会 | 2021-02-06 約24人 | 24
    ① 6 | テクノセンター | annual 1998 | 地方独立行政法人北海道立総合研究機構 | 2020-10-29 25名 | 25
    ① 7 | テクノセンター | single_year | 早坂理工株式会社札幌営業所 | 2020-10-21 5名 | 5
    ① 8 | 生涯学習課 | annual 2004 | 苫小牧市女性団体連絡協議会 | 2021-01-18 20名 | 20
    ① 9 | 中央図書館 | single_year | 苫小牧読み聞かせ文庫活動連絡会 | 2020-10-18 40名 | 40
    ① 10 | 中央図書館 | single_year | 苫小牧駒澤大学; TRC 苫小牧グループ | 2020-11-07 25名 | 25
    ② 5 | 環境保全課 | annual 2004 | 苫小牧市環境基本計画推進会議 | 2020-08-01 32人; 2020-09-12 27人 | 59
    ② 7 | 観光振興課 | annual 1965 | とまこまいスケートまつり実行委員会 | 2020-11-16 22人; とまこまいスケートまつり 中止 | 22
    ③ 9 | 港湾・企業振興課 | single_year | いすゞエンジン製造北海道株式会社; トヨタ自動車北海道株式会社; 北海道曹達株式会社; 株式会社松本鐵工所 | 2021-01-19 約280人 | 280
    ③ 10 | テクノセンター | single_year | 室蘭工業大学; 公立千歳科学技術大学; (公財)道央産業振興財団; 苫小牧工業高等専門学校 | 2020-12-15 44人; 2020-12-16 13人; 2020-12-17 13人 | 70
    ③ 12 | 中央図書館 | annual 2010 | 図書館ボランティアグループ | 2020-08-02 147人 | 147
    ③ 13 | 中央図書館 | annual 1987 | にじのはし; 苫小牧子ども本の会; でんでん虫サークル | 2020-08-08 120人 | 120
    ③ 14 | 中央図書館 | annual 2014 | 苫小牧市朗読赤十字奉仕団 | 2020-10-09 22人 | 22
    """

  /// The rows of both lists of ④ where a name or a host is not the printed cell itself.
  static let sponsored2020: [String: (name: String?, hosts: [String])] = [
    "苫小牧市名義 21": (nil, ["北海道地区バドミントン協会", "苫小牧地区バドミントン協会"]),
    "苫小牧市名義 42": (nil, ["独立行政法人中小企業基盤整備機構北海道本部中小企業大学校旭川校"]),
    "苫小牧市名義 64": (nil, ["苫小牧市町内会連合会", "苫小牧市老人クラブ連合会"]),
    "苫小牧市名義 104": ("演劇及び文化創造集団C.A.W第15回公演", ["演劇及び文化創造集団C.A.W"]),
    "教育委員会名義 10": (nil, ["(株)MammyPro"]),
    "教育委員会名義 13": (nil, ["安平町教育委員会", "教育長 種田 直章"]),
    "教育委員会名義 62": ("演劇及び文化創造集団C.A.W第15回公演", ["演劇及び文化創造集団C.A.W"]),
  ]

  /// The hosts who are persons.
  static let persons: Set = ["真鍋 孝徳", "教育長 種田 直章", "青少年課長 高坂 博幸", "千葉 理恵子"]

  /// A record in the writing of this key.
  static func line(_ record: Record) -> String {
    let section = record.section.map { String($0.prefix(1)) } ?? ""
    let kind = record.implementation?.kind.rawValue ?? ""
    let since = record.implementation?.since.map { " \($0)" } ?? ""
    return [
      "\(section) \(record.number ?? 0)", record.departments.joined(separator: "; "), kind + since,
      record.organizations.map(\.name).joined(separator: "; "),
      record.occurrences.map(text).joined(separator: "; "),
      record.totalParticipants.map(String.init) ?? "",
    ].joined(separator: " | ").trimmed
  }

  private static func text(_ occurrence: Record.Occurrence) -> String {
    let dates = [occurrence.start, occurrence.end].compactMap { $0?.description }
    let about = occurrence.approximate == true ? "約" : ""
    let people = occurrence.participants.map { "\(about)\($0)\(occurrence.unit ?? "")" }
    let parts = [dates.joined(separator: "/"), occurrence.label, people].compactMap { $0 }
    return (parts + (occurrence.cancelled == true ? ["中止"] : [])).filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
