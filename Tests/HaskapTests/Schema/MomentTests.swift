import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct MomentTests {
  @Test(arguments: [
    ("2023-08-22T10:00", "2023-08-22T10:00"), ("2023-08-22 10:00:30.5", "2023-08-22T10:00:30.500"),
    ("2023-08-22t10:00:00z", "2023-08-22T10:00"), ("2023-08-22", "2023-08-22T00:00"),
    ("2023-08-22T10:00:30.123456+09:00", "2023-08-22T10:00:30.123"),
    ("1969-12-31T23:59", "1969-12-31T23:59"), ("2023-08-22T24:00", "2023-08-23T00:00"),
  ])
  func isRead(_ text: String, as expected: String) {
    #expect(Moment(text)?.description == expected)
  }

  @Test(arguments: ["2023-08-32T10:00", "2023-08-22T25:00", "10:00", "2023-08-22T", "海"])
  func isRefused(_ text: String) { #expect(Moment(text) == nil) }

  /// Whatever the numbers are, they come back, and are in the order of the texts.
  @Test func roundTrip() throws {
    var random = SplitMix(seed: 20_261_130)
    let all = (0..<500).map { _ in
      Moment(
        Day(number: .random(in: -20_000...40_000, using: &random)),
        TimeOfDay(milliseconds: .random(in: 0..<86_400_000, using: &random)))
    }
    for moment in all {
      #expect(Moment(moment.description) == moment)
      #expect(Moment(milliseconds: moment.milliseconds) == moment)
      #expect(Moment(moment.day, moment.time) == moment)
    }
    let late = all.filter { $0.day.number > 0 }
    #expect(late.sorted().map(\.description) == late.map(\.description).sorted())
    for edge in [Int64.min, -1, 0, .max] { _ = Moment(milliseconds: edge).description }
  }
}
