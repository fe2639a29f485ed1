extension OrganizationAliases {
  /// The aliases of the bodies in Tomakomai's reports.
  public static let tomakomai =
    (try? OrganizationAliases(text: tomakomaiText, file: "Tomakomai")) ?? OrganizationAliases()

  static let tomakomaiText = """
    地名 苫小牧 = とまこまい | トマコマイ | TOMAKOMAI | 苦小牧

    # Abbreviations that the reports themselves print beside the name
    苫小牧市社会福祉協議会 = 社会福祉協議会 | 苫小牧市社協 | 苫小牧社協 | 苫社協 | 市社協 | 社協
    苫小牧市子ども会育成連絡協議会 = 苫子連
    TRC苫小牧グループ = TRCグループ
    苫小牧市男女平等参画推進センター = 男女平等参画推進センター

    # Abbreviations that the bodies call themselves by, and that mean no other
    苫小牧工業高等専門学校 = 苫小牧高専 | 苫高専
    室蘭工業大学 = 室工大 | 室蘭工大
    北海道立総合研究機構 = 道総研
    中小企業基盤整備機構 = 中小機構
    北海道新聞社 = 道新 | 北海道新聞
    苫小牧民報社 = 苫小牧民報 | 苫民
    苫小牧青年会議所 = 苫小牧JC
    苫小牧市教育委員会 = 苫小牧市教委 | 市教委
    NHK = 日本放送協会
    苫小牧信用金庫 = とましん

    # Earlier names, and since when the later one holds
    北洋大学 < 苫小牧駒澤大学            # 2021
    公立千歳科学技術大学 < 千歳科学技術大学  # 2019, when the city took it over
    日本スポーツ協会 < 日本体育協会         # 2018
    北海道スポーツ協会 < 北海道体育協会      # 2019
    苫小牧市スポーツ協会 < 苫小牧市体育協会   # April 2020: the association's history, tspo.jp
    レッドイーグルス北海道 < 王子イーグルス   # 2021, when the club left the company

    # One body, printed in two ways
    苫小牧市文化団体協議会 = 苫小牧文化団体協議会
    苫小牧市町内会連合会 = 苫小牧町内会連合会
    苫小牧市老人クラブ連合会 = 苫小牧老人クラブ連合会
    樽前山アートフォトコンテスト実行委員会 = 樽前アートフォトコンテスト実行委員会
    障がい児の積極的な活動を支援する会 にわとりクラブ = 障がい児の積極的な活動を支援する会
    中小企業基盤整備機構北海道本部 中小企業大学校旭川校 = 中小企業基盤整備機構北海道本部中小企業大 大学校旭川校
    北海道ユニセフ協会 = 日本ユニセフ協会協定地域組織 北海道ユニセフ協会
    """
}
