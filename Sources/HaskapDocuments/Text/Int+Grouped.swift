extension Int {
  /// With commas: 13,889.
  package var grouped: String {
    guard magnitude >= 1000 else { return String(self) }
    let rest = String(magnitude % 1000)
    let zeros = String(repeating: "0", count: 3 - rest.count)
    return (self / 1000).grouped + "," + zeros + rest
  }
}
