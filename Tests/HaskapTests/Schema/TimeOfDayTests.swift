import Testing

@testable import Haskap

@Suite struct TimeOfDayTests {
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
