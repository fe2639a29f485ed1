internal import Haskap

/// A day and time as a workbook counts them: days since the end of 1899, or since 1904.
struct ExcelDay {
  /// Nil of a time of day alone, and of what is no day.
  let day: Day?
  /// `2023-06-04`; a time of day alone is `13:30`.
  let text: String
  /// `2023-06-04 13:30`
  let textWithTime: String

  init(serial: Double, from1904: Bool) {
    // The day after 31 December 9999, the last that Excel has.
    guard serial >= 0, serial < 2_958_466 else {
      (day, text, textWithTime) = (nil, String(serial), String(serial))
      return
    }
    let minutes = Int((serial * 1440).rounded())
    let (number, minute) = (minutes / 1440, minutes % 1440)
    let time = "\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
    if number == 0 {
      (day, text, textWithTime) = (nil, time, time)
    } else {
      // The serial of 1 January 1970. 1900 counts as a leap year, as in Lotus 1-2-3, so that days
      // before its March are one off.
      let epoch = from1904 ? 24_107 : number < 60 ? 25_568 : 25_569
      let day = Day(number: Int64(number - epoch))
      (self.day, text) = (day, day.description)
      textWithTime = minute == 0 ? text : "\(text) \(time)"
    }
  }
}
