internal import Haskap

/// What a department of the city or of the council looks after.
public struct DepartmentAnswer: Sendable, Encodable {
  /// The departments that the name means: none when it is not known or leaves a choice, and several
  /// when the city and a council have one of that very name each.
  public var departments: [Department]
  public var candidates: [String]
  /// Whether nothing is called so, and what is told is called nearly so.
  public var isNearSpelling = false

  public struct Department: Sendable, Encodable {
    public var name: String
    /// The body it belongs to, where that is not the city; the city, where there are several.
    public var owner: String?
    public var spellings: [String]
    /// By year, the newest last.
    public var projects: [RecordReference]
  }
}

extension CivicIndex {
  /// All projects of a department in a period, by a part of its name.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func department(
    _ name: String, period: CivicPeriod = CivicPeriod()
  ) throws -> DepartmentAnswer {
    let asked = try asked(name, .departments, keys: DepartmentRegistry.keys)
    let found = try departments(of: asked.cities).find(asked.name)
    let isWithin = try holding(period, in: asked.cities)
    guard let best = found.first else { return DepartmentAnswer(departments: [], candidates: []) }
    let alike = found.filter { $0.agreement == best.agreement }
    // The city and a council may have one of the same name each: both are meant then.
    guard alike.count == 1 || best.agreement == .exact else {
      // A name that both have is asked for once: it answers for both.
      var seen: Set<String> = []
      let names = alike.map(\.department.name).filter { seen.insert($0).inserted }
      return DepartmentAnswer(
        departments: [], candidates: names, isNearSpelling: best.agreement.isNearSpelling)
    }
    if alike.count > 1 { try prepareReferences(of: asked.cities) }
    var answer = DepartmentAnswer(
      departments: [], candidates: [], isNearSpelling: best.agreement.isNearSpelling)
    try OrderedWork.run(alike.count) { place in
      Result { try self.answer(alike[place].department, isWithin) }
    } take: {
      answer.departments.append(try $0.get())
    }
    return answer
  }

  /// All projects of the department that `DepartmentEntity.id` names; nil where there is none.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func department(id: String) throws -> DepartmentAnswer.Department? {
    try departments()[id].map { try answer($0) { _ in true } }
  }

  private func answer(
    _ department: DepartmentEntity, _ isWithin: @Sendable (Int) -> Bool
  ) throws -> DepartmentAnswer.Department {
    let projects = try references(department.records.filter(isWithin))
    return DepartmentAnswer.Department(
      name: department.name, owner: department.owner,
      spellings: department.spellings.map(\.text),
      projects: projects.stableSorted { ($0.fiscalYear ?? 0) < ($1.fiscalYear ?? 0) })
  }
}
