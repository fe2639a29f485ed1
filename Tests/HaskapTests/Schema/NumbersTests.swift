import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct NumbersTests {
  /// All bits but those of NaN: special numbers, and random ones of all sizes.
  @Test func decimalsAreInOrder() {
    let special: [Double] = [
      0, -0.0, 1, -1, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude,
      .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .infinity, -.infinity, 0.1, 1e300,
    ]
    var random = SplitMix(seed: 1)
    let others = (0..<300).map { _ in Double(bitPattern: random.next()) }.filter { !$0.isNaN }
    let numbers = special + others
    for left in numbers {
      let ordered = DecimalNumber.ordered(left)
      #expect(DecimalNumber.number(ofOrdered: ordered) == left)
      for right in numbers where (left < right) != (ordered < DecimalNumber.ordered(right)) {
        Issue.record("\(left), \(right)")
      }
    }
    #expect(DecimalNumber.ordered(-0.0) == 0)
  }

  @Test(
    arguments: [
      ("1.5", 1.5), ("-3", -3), ("1e-7", 1e-7), (".5", 0.5), ("", nil), ("nan", nil), ("inf", nil),
      ("0x10", nil), ("1e999", nil), ("1.5円", nil), ("-", nil),
    ] as [(String, Double?)])
  func decimalsOfTexts(text: String, number: Double?) {
    #expect(DecimalNumber.parse(text) == number)
  }

  @Test(arguments: [
    ("9:30", "09:30", 60_000), ("09:30:05", "09:30:05", 1000), ("0:00", "00:00", 60_000),
    ("23:59:59.5", "23:59:59.500", 100), ("23:59:59.999", "23:59:59.999", 1),
    ("24:00", "24:00", 1), ("9時", "09:00", 3_600_000), ("15時30分", "15:30", 60_000),
    ("午後3時半", "15:30", 60_000), ("午前0時5分9秒", "00:05:09", 1000), ("午後12時", "24:00", 1),
  ])
  func times(text: String, shown: String, length: Int64) throws {
    let times = try #require(TimeOfDay.times(of: text))
    #expect(times.lowerBound.description == shown)
    #expect(times.upperBound.milliseconds - times.lowerBound.milliseconds + 1 == length)
    #expect(TimeOfDay(times.lowerBound.description) == times.lowerBound)
  }

  @Test(arguments: [
    "", "9", "9:3", "9:60", "25:00", "24:01", "9:30:", "9:30:61", "-1:00", "9:30 ", "午後13時",
    "9時61分", "9時30", "１０:００", "9:30:00.", "9:30:00.1234", "半", "999999999999999999999:00",
  ])
  func noTimes(text: String) { #expect(TimeOfDay(text) == nil) }
}
