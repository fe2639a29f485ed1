/// Which runs of three characters a document prints without a space between them.
///
/// A space inside such a run elsewhere is probably the trace of a line's end: `青年会 議所` where the
/// document has `商工会議所`.
struct Vocabulary: Sendable {
  private var trigrams: Set<UInt64> = []

  init(_ lines: some Sequence<String>) {
    for word in Self.common { insert(word[...]) }
    for line in lines {
      for run in line.split(whereSeparator: \.isWhitespace) { insert(run) }
    }
  }

  /// Words of organizations and events that a short report may have no second time.
  private static let common = [
    "中小企業家同友会", "商工会議所", "青年会議所", "実行委員会", "推進協議会", "連絡協議会", "社会福祉協議会", "社会教育委員会",
    "教育委員会", "町内会連合会", "老人クラブ連合会", "スポーツ協会", "体育協会", "スポーツ少年団", "文化団体協議会", "観光協会",
    "国際交流", "ボランティア", "ネットワーク", "コミュニティ", "フェスティバル", "コンサート", "コンクール", "ワークショップ",
    "セミナー", "シンポジウム", "ミーティング", "プロジェクト", "キャンペーン", "トライアスロン", "マラソン大会", "アイスホッケー",
    "選手権大会", "定期演奏会", "作品展示会", "講演会", "研修会", "講習会", "交流会", "説明会", "懇談会", "相談会", "発表会", "写真展",
    "市民文化祭",
    "子ども会育成", "子育て支援", "男女平等参画", "障がい者", "高齢者", "防災訓練", "環境美化", "清掃活動", "支援事業", "推進事業", "運営事業",
    "株式会社", "一般社団法人", "公益財団法人", "特定非営利活動法人", "社会福祉法人", "独立行政法人", "協同組合", "高等学校", "中学校", "小学校",
    "出席者", "参加者", "来場者", "対象者", "出席率", "書面開催", "動画視聴", "視聴回数", "新型コロナウイルス感染症",
    "影響により中止", "オンライン開催", "大学校", "市民活動センター", "サポートセンター", "文化交流サロン",
  ]

  /// How many of the two runs across a gap are known: 0, 1 or 2.
  func evidence(left: some BidirectionalCollection<Character>, right: some Collection<Character>)
    -> Int
  {
    let before = Array(left.suffix(2))
    let after = Array(right.prefix(2))
    guard let last = before.last, let first = after.first else { return 0 }
    let runs = [
      before.count == 2 ? [before[0], last, first] : nil,
      after.count == 2 ? [last, first, after[1]] : nil,
    ]
    return runs.count { $0.map { trigrams.contains(Self.key($0[0], $0[1], $0[2])) } ?? false }
  }

  private mutating func insert(_ run: Substring) {
    var a: Character?
    var b: Character?
    for c in run {
      if let a, let b { trigrams.insert(Self.key(a, b, c)) }
      (a, b) = (b, c)
    }
  }

  /// Three scalars of 21 bits each.
  private static func key(_ a: Character, _ b: Character, _ c: Character) -> UInt64 {
    [a, b, c].reduce(0) { $0 << 21 | UInt64($1.unicodeScalars.first?.value ?? 0) }
  }
}
