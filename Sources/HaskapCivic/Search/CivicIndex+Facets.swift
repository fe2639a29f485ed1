internal import Haskap

extension CivicIndex {
  /// The columns that `CivicFacets` is made of.
  static let facetFields = [
    CivicSchema.year, CivicSchema.form, CivicSchema.type, CivicSchema.department,
  ]
}

extension CivicFacets {
  /// - Parameter counts: of `CivicIndex.facetFields`, in their order.
  init(_ counts: [[FacetCount]]) {
    self.init()
    let all = counts.map { counts in
      counts.map { Count(value: $0.value.text ?? "", count: $0.count) }
    }
    year = all[0].sorted { $0.value < $1.value }
    (form, type, department) = (all[1], all[2], all[3])
  }
}
