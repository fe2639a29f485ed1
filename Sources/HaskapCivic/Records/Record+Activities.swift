internal import FoundationEssentials

/// How many dates of a record become activities, which the index holds each with all that its record
/// is called and who took part: a cell of many dates beside a long name would make an index of
/// gigabytes. The record itself keeps all its dates and is found by them.
extension Record {
  static let mostActivities = 1000
  /// What all activities of a record together may repeat of it, in bytes.
  static let mostRepeated = 4 << 20
  /// So many may repeat what they like: with them even the largest record stays within memory.
  private static let few = 16

  var activityCount: Int {
    guard occurrences.count > Self.few else { return occurrences.count }
    let repeated = (try? JSONEncoder().encode(repeatedByActivities).count) ?? Self.mostRepeated
    return max(Self.few, min(occurrences.count, Self.mostActivities, Self.mostRepeated / repeated))
  }

  /// What an activity says of its record, without a date of its own.
  var repeatedByActivities: Record {
    var record = self
    (record.purpose, record.effect, record.text) = (nil, nil, nil)
    (record.bullets, record.results, record.rest, record.occurrences) = ([], [], [], [])
    return record
  }
}

extension Reading {
  /// Tells of which records some dates become no activities.
  mutating func noteActivitiesLeftOut(file: String) {
    // No record is copied for a look at its dates.
    for index in records.indices {
      let (count, most) = (records[index].occurrences.count, records[index].activityCount)
      guard count > most else { continue }
      warnings.append(
        .init(
          file: file, line: records[index].line,
          message: "日付が\(count)件あるため、はじめの\(most)件だけを個別の活動として索引に入れます"))
    }
  }
}
