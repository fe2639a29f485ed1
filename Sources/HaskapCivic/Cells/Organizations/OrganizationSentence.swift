/// A cell of organizations that is written as sentences.
///
/// What stands before a comma, `など` or `のほか` and ends like an organization is one; the sentence
/// itself stays as a remark, so that nothing it says is lost.
enum OrganizationSentence {
  static func isSentence(_ text: String) -> Bool {
    text.contains("。") || verbs.contains { text.contains($0) }
  }

  static func read(_ text: String, role: Record.OrganizationMention.Role)
    -> (mentions: [Record.OrganizationMention], remarks: [String])
  {
    var mentions: [Record.OrganizationMention] = []
    for sentence in text.split(separator: "。") {
      let works = sentence.contains("協力") || sentence.contains("連携")
      for clause in clauses(String(sentence)).prefix(while: { !$0.hasPrefix("今後") }) {
        add(clause, role: role == .related && works ? .partner : role, to: &mentions)
      }
    }
    return (mentions, [Trimming.spaces(text)])
  }

  private static let verbs = [
    "で登録し", "を実施し", "と連携し", "と協力し", "も参画", "が参画", "が参加し", "も参加", "で構成", "設置されている", "のほか、", "に導入",
    "で導入",
  ]

  /// Splits at commas outside of brackets; brackets are left out.
  private static func clauses(_ sentence: String) -> [String] {
    let source = Array(sentence)
    let folded = Folding.fold(sentence)
    var clauses = [""]
    var depth = 0
    for index in source.indices {
      if folded[index] == "(" { depth += 1 }
      if depth == 0 {
        if folded[index] == "、" {
          clauses.append("")
        } else {
          clauses[clauses.count - 1].append(source[index])
        }
      }
      if folded[index] == ")" { depth -= 1 }
    }
    return clauses.map { Trimming.marks($0) }
  }

  private static func add(
    _ clause: String, role: Record.OrganizationMention.Role,
    to mentions: inout [Record.OrganizationMention]
  ) {
    let (noun, rest) = cut(afterTopic(afterRelative(clause)))
    for head in alternatives(noun) { add(head: head, role: role, to: &mentions) }
    if rest.hasPrefix("等") || rest.hasPrefix("など"), let last = mentions.indices.last {
      mentions[last].others = true
    }
    count(rest, in: &mentions)
  }

  private static func add(
    head: String, role: Record.OrganizationMention.Role,
    to mentions: inout [Record.OrganizationMention]
  ) {
    if let group = counted(head, role: role) {
      mentions.append(group)
    } else if names(head) {
      mentions += OrganizationItem.mentions(head, role: role)
    }
  }

  /// `自主防災組織や町内会` names two, where both could stand alone.
  private static func alternatives(_ noun: String) -> [String] {
    let parts = noun.split(separator: "や").map(String.init)
    return parts.count > 1 && parts.allSatisfy(names) ? parts : [noun]
  }

  private static func names(_ head: String) -> Bool {
    GenericWords.cover(head) && head.count >= 3 || OrganizationList.isIndependent(head)
      || hasOffice(head)
  }

  /// `等の44町内会に導入` counts a group that was named before.
  private static func count(_ rest: String, in mentions: inout [Record.OrganizationMention]) {
    guard let count = Count.scan(rest).first(where: \.isAttendance), !count.isPeople else { return }
    if let index = mentions.firstIndex(where: { $0.name == count.unit && $0.count == nil }) {
      mentions[index].count = count.number
    }
  }

  /// `町内会の自主防災組織60町内会`, `38団体`.
  private static func counted(_ head: String, role: Record.OrganizationMention.Role)
    -> Record.OrganizationMention?
  {
    guard let count = OrganizationCount.counted(head), GenericWords.cover(head),
      !head.contains("登録者数")
    else { return nil }
    let name = Trimming.marks(head.dropLast(count.printed.count))
    let isBare = name.isEmpty || ["各", "全", "約"].contains(name)
    return .init(
      name: isBare ? head : name, kind: .group, role: role, count: count.number)
  }

  /// A clause after a verb in its plain form describes the noun: `設置されている町内会`.
  private static func afterRelative(_ clause: String) -> String {
    for verb in ["にある", "されている", "している", "いただいた", "された", "した"] {
      if let range = clause.range(of: verb), !clause[range.upperBound...].isEmpty {
        return String(clause[range.upperBound...])
      }
    }
    return clause
  }

  /// What the clause is about stands before its noun: `訓練では苫小牧警察署`.
  private static func afterTopic(_ clause: String) -> String {
    let topics = ["では", "には", "ては", "時は", "際は"].compactMap {
      clause.ranges(of: $0).last?.upperBound
    }
    guard let end = topics.max(), end < clause.endIndex else { return clause }
    return String(clause[end...])
  }

  /// Cuts a clause where the noun ends: before `など`, `等`, `のほか` or a particle.
  private static func cut(_ clause: String) -> (head: String, rest: String) {
    let ends = [
      "のほか", "などの", "など", "等の", "等", "とともに", "により", "において", "と連携", "と協力", "が", "で登録", "に", "も", "を",
    ]
    let cuts = ends.compactMap { clause.range(of: $0)?.lowerBound }.filter {
      $0 > clause.startIndex
    }
    guard let cut = cuts.min() else {
      return (clause.hasSuffix("と") ? String(clause.dropLast()) : clause, "")
    }
    return (String(clause[..<cut]), String(clause[cut...]))
  }

  private static func hasOffice(_ text: String) -> Bool {
    text.count >= 4
      && ["本部", "署", "団", "協議会", "局", "サークル", "クラブ", "の会", "子ども会"].contains { text.hasSuffix($0) }
  }
}

extension String {
  /// The first place where a word stands.
  fileprivate func range(of word: String) -> Range<Index>? { self.ranges(of: word).first }
}
