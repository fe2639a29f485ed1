/// A table of forms that stand for one another: a line of `Resources/folding-….tsv` each group.
///
/// The file is read in place: made at a query's first word, it holds only where the forms begin.
struct FoldingTable: Sendable {
  /// A form and those that may stand in its place, as Unicode scalars.
  struct Form: Sendable {
    let scalars: [UInt32]
    var others: [[UInt32]]
    /// True for the first form of its line, which is the one of today.
    let isUsual: Bool
  }

  /// A form that stands in a text.
  struct Match {
    let start: Int
    let form: Form
  }

  private let bytes: [UInt8]
  /// The offsets of all forms in the file, by the lowest byte of their first scalars.
  private var places: [UInt16]
  /// With what each of these begins.
  private var firsts: [UInt32]
  /// Where the places of each such byte begin, and where the last ones end.
  private var buckets = [Int](repeating: 0, count: 257)

  static let kanji = FoldingTable(PackageResources.folding_kanji_tsv)
  static let nameKanji = FoldingTable(PackageResources.folding_name_kanji_tsv)
  static let spelling = FoldingTable(PackageResources.folding_spelling_tsv)
  static let kana = FoldingTable(PackageResources.folding_kana_tsv)
  static let joiningKana = FoldingTable(PackageResources.folding_joining_kana_tsv)
  static let dash = FoldingTable(PackageResources.folding_dash_tsv)
  static let lookAlike = FoldingTable(PackageResources.folding_look_alike_tsv)

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let forms = bytes.withUnsafeBufferPointer { bytes in
      ResourceTable.fieldOffsets(of: bytes).map { offset in
        (offset: UInt16(offset), first: UTF8Decoder.decode(bytes, at: offset).scalar)
      }
    }
    places = [UInt16](repeating: 0, count: forms.count)
    firsts = [UInt32](repeating: 0, count: forms.count)
    for form in forms { buckets[Self.bucket(form.first) + 1] += 1 }
    for bucket in 1...256 { buckets[bucket] += buckets[bucket - 1] }
    var ends = buckets
    for form in forms {
      let bucket = Self.bucket(form.first)
      (places[ends[bucket]], firsts[ends[bucket]]) = (form.offset, form.first)
      ends[bucket] += 1
    }
  }

  private static func bucket(_ scalar: UInt32) -> Int { Int(scalar & 0xFF) }

  /// The forms that begin with a scalar, the longest first. A form may stand in several groups:
  /// 弁 for 辨 and for 瓣.
  private func forms(beginningWith first: UInt32) -> [Form] {
    var forms: [Form] = []
    let bucket = Self.bucket(first)
    for form in buckets[bucket]..<buckets[bucket + 1] where firsts[form] == first {
      let (row, column) = bytes.withUnsafeBufferPointer {
        ResourceTable.scalarRow(of: $0, withFieldAt: Int(places[form]))
      }
      let others = row.filter { $0 != row[column] }
      if let known = forms.firstIndex(where: { $0.scalars == row[column] }) {
        forms[known].others += others
      } else {
        let slot = forms.firstIndex { $0.scalars.count < row[column].count } ?? forms.count
        forms.insert(
          Form(scalars: row[column], others: others, isUsual: column == 0), at: slot)
      }
    }
    return forms
  }

  /// Every form that stands in the text with its place. Of forms that begin together the longest
  /// counts, and a form inside another of its group does not: 取組 in 取組み is no 取組.
  func matches(in text: [UInt32]) -> [Match] {
    text.indices.compactMap { start in
      let forms = forms(beginningWith: text[start])
      guard let form = forms.first(where: { stands($0.scalars, in: text, start) }),
        !form.others.contains(where: { covers($0, form.scalars.count, in: text, start) })
      else { return nil }
      return Match(start: start, form: form)
    }
  }

  private func stands(_ form: [UInt32], in text: [UInt32], _ start: Int) -> Bool {
    start >= 0 && start + form.count <= text.count && text[start...].starts(with: form)
  }

  /// True if a longer form stands over the `count` scalars at `start`.
  private func covers(_ form: [UInt32], _ count: Int, in text: [UInt32], _ start: Int) -> Bool {
    guard form.count > count else { return false }
    return (0...form.count - count).contains { stands(form, in: text, start - $0) }
  }

  /// The text with one place replaced, for every place that `isWanted` and every other form.
  func replacements(
    in text: [UInt32], where isWanted: (_ start: Int, Form) -> Bool = { _, _ in true }
  ) -> [[UInt32]] {
    Self.replacements(of: matches(in: text).filter { isWanted($0.start, $0.form) }, in: text)
  }

  static func replacements(of matches: [Match], in text: [UInt32]) -> [[UInt32]] {
    matches.flatMap { match in
      match.form.others.map {
        text[..<match.start] + $0 + text[(match.start + match.form.scalars.count)...]
      }
    }
  }

  /// The text with every form replaced by the one of today, and with every one of today replaced
  /// by the one before; where a group has more forms, by each of these as well. For forms of one
  /// scalar.
  static func wholeReplacements(of matches: [Match], in text: [UInt32]) -> [[UInt32]] {
    let matches = matches.filter { $0.form.scalars.count == 1 }
    guard matches.count > 1 else { return [] }
    let most = matches.map(\.form.others.count).max() ?? 0
    return (0..<most).flatMap { place in
      [false, true].compactMap { replacesUsual in
        var form = text
        for match in matches where match.form.isUsual == replacesUsual {
          form[match.start] = match.form.others[min(place, match.form.others.count - 1)][0]
        }
        return form == text ? nil : form
      }
    }
  }
}
