extension YearComparison {
  /// The lists of all cities that have a form in the same two years, as one.
  ///
  /// - Parameter parts: of each city, with what no other city has in the place of ids.
  static func joined(_ parts: [[YearComparison]]) -> [YearComparison] {
    var joined: [YearComparison] = []
    var places: [Pair: Int] = [:]
    for part in parts {
      for own in part {
        let key = Pair(form: own.form, earlier: own.earlier, later: own.later)
        if let place = places[key] {
          joined[place].append(own)
        } else {
          places[key] = joined.count
          joined.append(own)
        }
      }
    }
    return joined.sorted { ($0.form, $0.later, $0.earlier) < ($1.form, $1.later, $1.earlier) }
  }

  /// What is compared.
  private struct Pair: Hashable {
    var form: ReportForm
    var earlier: Int
    var later: Int
  }

  func renamingIDs(_ name: (String) -> String) -> YearComparison {
    var own = YearComparison(form: form, earlier: earlier, later: later)
    (own.continued, own.moved, own.resumed) = (
      continued.map(name), moved.map(name), resumed.map(name)
    )
    (own.older, own.new) = (older.map(name), new.map(name))
    (own.calledOff, own.calledSingle) = (calledOff.map(name), calledSingle.map(name))
    (own.left, own.paused, own.ended) = (left.map(name), paused.map(name), ended.map(name))
    own.notDue = notDue.map(name)
    own.renamed = renamed.map { .init(series: name($0.series), from: $0.from, to: $0.to) }
    own.perhapsRenamed = perhapsRenamed.map { .init(from: name($0.from), to: name($0.to)) }
    return own
  }

  private mutating func append(_ other: YearComparison) {
    continued += other.continued
    renamed += other.renamed
    moved += other.moved
    resumed += other.resumed
    older += other.older
    new += other.new
    left += other.left
    paused += other.paused
    notDue += other.notDue
    ended += other.ended
    perhapsRenamed += other.perhapsRenamed
    calledOff += other.calledOff
    calledSingle += other.calledSingle
  }
}
