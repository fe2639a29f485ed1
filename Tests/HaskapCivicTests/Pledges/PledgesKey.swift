/// Per cents, stars and departments of all pledges and measures of the report of May 2024, copied by
/// hand from the table. Nil stars: none are printed.
enum PledgesKey {
  struct Measure {
    var stars: Int?
    var departments: [String]

    init(_ stars: Int?, _ departments: String) {
      self.stars = stars
      self.departments = departments.split(separator: " ").map(String.init)
    }
  }
  struct Pledge {
    var policy: String
    var number: Int
    var progress: Int
    var measures: [Measure]

    init(_ policy: String, _ number: Int, _ progress: Int, _ first: Measure, _ second: Measure) {
      self.policy = policy
      self.number = number
      self.progress = progress
      self.measures = [first, second]
    }
  }

  static let pledges: [Pledge] = [
    Pledge(
      "Ⅰ", 1, 73, Measure(7, "秘書広報課 行政監理室 法務文書課 介護福祉課 こども支援課 青少年課 水道窓口課"),
      Measure(7, "政策推進課 財政課")),
    Pledge("Ⅰ", 2, 66, Measure(5, "行政監理室"), Measure(7, "未来創造戦略室 まちづくり推進課 環境保全課 総合福祉課")),
    Pledge("Ⅰ", 3, 70, Measure(8, "未来創造戦略室 ICT推進室 窓口サービス課 総合福祉課"), Measure(6, "ICT推進室 総合福祉課")),
    Pledge(
      "Ⅰ", 4, 43, Measure(4, "ゼロごみ推進課 高丘・錦多峰浄水場"), Measure(4, "政策推進課 未来創造戦略室 下水道課 共同指令センター準備室")),
    Pledge("Ⅰ", 5, 61, Measure(7, "総務課 総務企画課"), Measure(4, "管財課 環境生活課 住宅課")),
    Pledge("Ⅱ", 1, 58, Measure(5, "未来創造戦略室"), Measure(6, "港湾・企業振興課 工業・雇用振興課 テクノセンター 商業振興課")),
    Pledge("Ⅱ", 2, 52, Measure(4, "未来創造戦略室 まちづくり推進課"), Measure(6, "政策推進課 スポーツ都市推進課 商業振興課 観光振興課")),
    Pledge("Ⅱ", 3, 52, Measure(5, "まちづくり推進課 空港政策課 観光振興課"), Measure(5, "港湾・企業振興課")),
    Pledge(
      "Ⅱ", 4, 57, Measure(5, "政策推進課 未来創造戦略室 スポーツ都市推進課 観光振興課 農業水産振興課"),
      Measure(6, "未来創造戦略室 港湾・企業振興課 商業振興課 観光振興課")),
    Pledge("Ⅱ", 5, 65, Measure(7, "政策推進課 介護福祉課 こども育成課 工業・雇用振興課"), Measure(5, "行政監理室 消防本部総務課")),
    Pledge("Ⅲ", 1, 77, Measure(8, "総合福祉課 健康支援課"), Measure(7, "総合福祉課 健康支援課")),
    Pledge("Ⅲ", 2, 52, Measure(5, "介護福祉課"), Measure(5, "介護福祉課")),
    Pledge("Ⅲ", 3, 72, Measure(8, "こども育成課 こども支援課 健康支援課"), Measure(nil, "こども育成課 こども支援課 健康支援課")),
    Pledge("Ⅲ", 4, 45, Measure(7, "障がい福祉課 こども相談課 青少年課 指導室"), Measure(2, "障がい福祉課 こども相談課 青少年課 指導室")),
    Pledge(
      "Ⅲ", 5, 56, Measure(5, "危機管理室 市民生活課 環境生活課"), Measure(6, "スポーツ都市推進課 行政監理室 保険年金課 健康支援課 緑地公園課")),
    Pledge("Ⅳ", 1, 53, Measure(6, "環境保全課 工業・雇用振興課 指導室"), Measure(4, "環境保全課 港湾・企業振興課")),
    Pledge("Ⅳ", 2, 61, Measure(6, "ゼロごみ推進課 施設管理課 学校給食共同調理場"), Measure(6, "ゼロごみ推進課 総務経営課")),
    Pledge("Ⅳ", 3, 45, Measure(5, "緑地公園課"), Measure(4, "政策推進課 環境生活課 緑地公園課")),
    Pledge("Ⅳ", 4, 70, Measure(7, "管財課 環境保全課 施設課"), Measure(7, "環境保全課 総務経営課")),
    Pledge("Ⅳ", 5, 52, Measure(5, "環境生活課 観光振興課"), Measure(5, "環境生活課")),
    Pledge(
      "Ⅴ", 1, 74, Measure(7, "協働・男女平等参画室 総合福祉課 健康支援課 指導室"),
      Measure(7, "協働・男女平等参画室 未来創造戦略室 工業・雇用振興課")),
    Pledge("Ⅴ", 2, 75, Measure(7, "未来創造戦略室 窓口サービス課 保険年金課 観光振興課"), Measure(7, "未来創造戦略室 指導室")),
    Pledge("Ⅴ", 3, 41, Measure(5, "スポーツ都市推進課 緑地公園課 科学センター"), Measure(5, "美術博物館")),
    Pledge("Ⅴ", 4, 61, Measure(7, "総務企画課 施設課 指導室"), Measure(7, "総務企画課 指導室")),
    Pledge("Ⅴ", 5, 60, Measure(6, "政策推進課 生涯学習課"), Measure(5, "政策推進課 協働・男女平等参画室 総合福祉課")),
  ]

  /// How many items of work each measure lists, pledge by pledge.
  static let bullets = [
    [3, 2], [4, 2], [5, 2], [2, 3], [2, 4], [1, 3], [2, 4], [2, 2], [4, 4], [0, 0], [2, 3], [1, 2],
    [4, 3], [2, 1], [4, 4], [3, 1], [3, 3], [1, 2], [3, 2], [2, 3], [4, 5], [2, 3], [4, 2], [3, 2],
    [2, 3],
  ]
}
