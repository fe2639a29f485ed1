/// The names of a record's fields in the reports' words.
enum FieldLabel {
  static func of(_ field: String) -> String { labels[field] ?? field }

  private static let labels = [
    "name": "名称", "number": "番号", "section": "区分", "fiscalYear": "年度", "departments": "担当",
    "implementation": "実施", "since": "開始年", "organizations": "団体", "occurrences": "実施日・人数",
    "totalParticipants": "参加人数", "cancelled": "中止", "purpose": "目的", "effect": "効果",
    "remarks": "備考", "base": "基本目標", "service": "区分", "subItem": "細目", "goal": "目標",
    "results": "実績", "policy": "政策", "policyTitle": "政策名", "pledge": "公約番号",
    "pledgeTitle": "公約名", "measure": "施策番号", "stars": "★", "progress": "進捗",
    "bullets": "取組内容", "text": "本文", "rest": "その他", "notes": "注",
  ]
}
