internal import HaskapText

/// Dates and numbers as somebody might type them.
extension Record {
  var figureTexts: [String] {
    let total = totalParticipants.map { Self.counts($0, "人") } ?? []
    let groups = organizations.compactMap { group in
      group.count.map { "\($0)\(group.countsPersons ? "人" : "団体")" }
    }
    return occurrences.flatMap(\.figureTexts) + total + groups + (cancelled == true ? ["中止"] : [])
  }

  /// 13889人 and 13,889人.
  fileprivate static func counts(_ number: Int, _ unit: String) -> [String] {
    let digits = Array(String(number))
    let grouped = digits.indices.map { place in
      let isThousand = place > 0 && (digits.count - place) % 3 == 0
      return (isThousand ? "," : "") + String(digits[place])
    }
    let forms = [String(number), grouped.joined()]
    return (digits.count > 3 ? forms : [forms[0]]).map { $0 + unit }
  }
}

extension Record.Occurrence {
  var figureTexts: [String] {
    let dates = [start, end].compactMap { $0?.wareki }
    // Reports print 人 and 名 for the same, and sometimes neither.
    let units = unit.map { ["人", "名"].contains($0) ? ["人", "名"] : [$0] } ?? ["人"]
    let people = participants.map { number in units.flatMap { Record.counts(number, $0) } } ?? []
    return dates + people + (cancelled == true ? ["中止"] : [])
  }
}

extension Record.OrganizationMention {
  /// Whether its number is of persons: 国際交流ボランティア登録者.
  fileprivate var countsPersons: Bool { name.last.map("者員人".contains) ?? false }
}
