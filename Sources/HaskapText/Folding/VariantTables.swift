/// Finds the other forms of a query. Give normalized text: width and case are folded before. Texts
/// are worked on as Unicode scalars.
///
/// Sources: the tables under `Resources` name theirs; years by `Era`.
public struct VariantTables: Hashable, Sendable {
  /// A form to search for. `tier` is 0 for what was typed, else the sum of the foldings' tiers.
  public typealias Variant = (text: String, tier: Int, foldings: [String])

  /// More replacements in one form give guesses nobody wants.
  private static let mostFoldings = 3
  /// Forms that one folding makes have so much room beside those of several: the numbers of a long text
  /// come after the many places of its dots.
  private static let mostReserved = 8
  /// The highest tier of a folding.
  private static let longestStep = Folding.allCases.map(\.tier).max() ?? 0

  /// In Unicode scalars. Nobody types more in another spelling; and every form is a copy.
  static let longestFolded = 100

  private struct Candidate {
    var scalars: [UInt32]
    var tier: Int
    var foldings: [Folding]
  }

  /// The foldings in use, in the order of the enumeration.
  public let foldings: [Folding]

  public init(foldings: FoldingSet = .all) {
    self.foldings = foldings.inOrder
  }

  /// The forms of an analysed text, as `variants(of:cuts:limit:)` gives them.
  public func variants(of text: borrowing AnalyzedText, limit: Int) -> [Variant] {
    let string = String(decoding: text.utf8, as: UTF8.self)
    var (offset, number) = (0, 0)
    var cuts: [Int] = []
    for scalar in string.unicodeScalars {
      if offset > 0, text.boundaries.contains(offset) { cuts.append(number) }
      offset += UTF8.width(scalar)
      number += 1
    }
    return variants(of: string, cuts: cuts, limit: limit)
  }

  /// The forms of `text`, nearest first, itself at the head; at most `limit`.
  ///
  /// - Parameter cuts: where the words of the text are cut, in Unicode scalars; there a middle dot
  ///   may stand in the text that is looked for.
  public func variants(of text: String, cuts: [Int] = [], limit: Int) -> [Variant] {
    guard limit > 0 else { return [] }
    let typed = Candidate(scalars: text.unicodeScalars.map(\.value), tier: 0, foldings: [])
    guard Self.mayFold(typed.scalars) else { return [(text, 0, [])] }
    let own = (1...Self.longestStep).map { forms(of: typed, at: $0, cuts, limit) }
    var found = [typed]
    var tier = 0
    // What is nearest is folded further, and nothing is made that is farther than the last one wanted.
    while found.count < limit, tier < found[found.count - 1].tier + Self.longestStep {
      tier += 1
      let reserved = min(Self.mostReserved, own.dropFirst(tier).reduce(0) { $0 + $1.count })
      for nearer in found {
        let isTyped = nearer.foldings.isEmpty
        let forms =
          isTyped
          ? (tier <= own.count ? own[tier - 1] : []) : forms(of: nearer, at: tier, cuts, limit)
        for form in forms
        where found.count < (isTyped ? limit : limit - reserved)
          && !found.contains(where: { $0.scalars == form.scalars })
        {
          found.append(form)
        }
      }
    }
    return found.map { (String($0.scalars), $0.tier, $0.foldings.map(\.rawValue)) }
  }

  /// A single kana is nearly everywhere in its other forms, and a single circle is a tick or a zero.
  private static func mayFold(_ text: [UInt32]) -> Bool {
    text.count <= longestFolded
      && !(text.count == 1 && (FoldingRules.isKana(text[0]) || circles.contains(text[0])))
  }

  /// 〇○◯
  private static let circles: [UInt32] = [0x3007, 0x25CB, 0x25EF]

  /// What one more folding makes of a form, as far as it has the tier. Nothing is made of a year's
  /// other names; no dot is taken away that was put in; and spaces are put into what was typed alone.
  private func forms(
    of form: Candidate, at tier: Int, _ cuts: [Int], _ limit: Int
  ) -> [Candidate] {
    guard form.foldings.count < Self.mostFoldings, form.foldings.last != .year,
      form.foldings.last != .space
    else { return [] }
    let wanted = foldings.filter { folding in
      form.tier + folding.tier == tier && (folding != .space || form.foldings.isEmpty)
    }
    return wanted.filter { $0 != .middleDot || !form.foldings.contains($0) }.flatMap { folding in
      var forms = FoldingRules.forms(of: form.scalars, by: folding)
      if folding == .middleDot, form.foldings.isEmpty {
        forms += MiddleDots.with(form.scalars, cuts: cuts)
      }
      return forms.prefix(limit).map {
        Candidate(scalars: $0, tier: tier, foldings: form.foldings + [folding])
      }
    }
  }
}
