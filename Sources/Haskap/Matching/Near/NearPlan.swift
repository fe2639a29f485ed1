/// Words near each other, looked up in all segments.
struct NearPlan {
  /// The different ones.
  let terms: [TermPlan]
  let matcher: NearMatcher
  let weight: Double
}
