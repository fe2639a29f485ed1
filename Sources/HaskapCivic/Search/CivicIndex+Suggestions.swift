internal import Haskap
public import HaskapDocuments
internal import HaskapText

extension CivicIndex {
  /// What a beginning may become: words of the reports, and the names of projects, bodies and
  /// departments, by their characters, their readings or Latin letters.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func suggest(_ prefix: String, limit: Int = 10) throws -> SuggestAnswer {
    let departments = try reader.keywords(of: CivicSchema.department)
    let interpreter = QueryInterpreter(
      reader.schema, defaults: CivicSchema.textFields, derived: CivicSchema.derivedFields,
      reader: reader)
    return try Suggester(
      reader, searcher, interpreter, names: { try self.names($0, $1) + departments },
      readings: NameReadings.table.words + placeReadings(),
      condition: { text in
        // An activity repeats its project, unless its own label has the text.
        let activity = Query.term(
          field: CivicSchema.type, Array(CivicType.activity.rawValue.utf8))
        return .any([.not(activity), try interpreter.query(unit: text, in: CivicSchema.nameFields)])
      },
      texts: { try self.entry($0).texts }
    ).answer(to: prefix, limit: limit)
  }

  /// Of the places that the aliases name, those that are given in kana.
  private func placeReadings() throws -> [Readings.Word] {
    try aliases().all.places.filter { place in
      place.spelling.unicodeScalars.allSatisfy { ("ぁ"..."ゖ").contains($0) }
    }.map { Readings.Word($0.standard, reading: $0.spelling) }
  }
}
