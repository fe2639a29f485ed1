/// Looks whether a report was read as a whole: its printed counts, its numbers, its other lines.
struct CollaborationChecks {
  let file: String
  let table: CollaborationTable
  let year: CollaborationYear

  func warnings(_ records: [Record], _ cells: CollaborationCells) -> [Reading.Warning] {
    let unread = cells.faults.map { warning($0.line, $0.message) }
    let warnings =
      countWarnings(records) + numberWarnings(records) + lineWarnings() + unread
      + (year.isInferred ? [yearWarning()] : [])
    return warnings.sorted { $0.line < $1.line }
  }

  /// A heading's count holds for its section, and that of ④ for both of its lists.
  private func countWarnings(_ records: [Record]) -> [Reading.Warning] {
    table.counts.compactMap { section, count, line in
      let found = records.count {
        $0.section == section || ($0.section ?? "").hasPrefix(section + " ")
      }
      if found == count { return nil }
      return warning(line, "\(section): 見出しは\(count)件、表は\(found)件です")
    }
  }

  private func numberWarnings(_ records: [Record]) -> [Reading.Warning] {
    zip(records, records.dropFirst()).compactMap { last, next in
      guard last.section == next.section, let a = last.number, let b = next.number, b != a + 1
      else {
        return nil
      }
      return warning(next.line, "\(next.section ?? "表"): 番号\(a)の次が\(b)です")
    }
  }

  private func lineWarnings() -> [Reading.Warning] {
    table.unread.map {
      warning($0.line, "見出しでも行でもなく、項目としては読めません: \($0.text)")
    }
      + table.pages.filter(\.isGuessed).compactMap { page in
        page.rows.first.map {
          warning($0.line, "列の見出しがないため、セルの内容から列を判断しました")
        }
      }
  }

  private func yearWarning() -> Reading.Warning {
    guard let found = year.fiscalYear else {
      return warning(1, "年度を示す題名がありません。日付からも分かりません")
    }
    return warning(1, "年度を示す題名がありません。日付から\(found)年度としました")
  }

  private func warning(_ line: Int, _ message: String) -> Reading.Warning {
    .init(file: file, line: line, message: message)
  }
}
