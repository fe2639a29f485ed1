internal import HaskapText

extension Sequence<Int?> {
  /// The sum of what is known; nil where nothing is, which is not 0.
  var toldSum: Int? {
    let told = compactMap(\.self)
    return told.isEmpty ? nil : told.saturatedSum
  }
}

extension Record {
  /// Who took part: the total, or of dates that have none the sum of those that tell how many people came.
  public var participants: Int? {
    if let totalParticipants { return totalParticipants }
    let persons = occurrences.filter { occurrence in
      occurrence.unit.map { ["人", "名"].contains($0) } ?? true
    }.map(\.participants)
    return persons.toldSum
  }

  /// Whether a number that goes into `participants` is printed with 約.
  public var areParticipantsApproximate: Bool { occurrences.contains { $0.approximate == true } }
}
