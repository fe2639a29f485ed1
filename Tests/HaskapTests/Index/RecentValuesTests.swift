import Testing

@testable import Haskap

@Suite struct RecentValuesTests {
  @Test func theOldestGoOneByOne() {
    var values = RecentValues<Int, String>(room: 10)
    for key in 0..<5 { #expect(values.insert("\(key)", for: key, size: 2).isEmpty) }
    #expect((0..<5).allSatisfy { values[$0] == "\($0)" })
    #expect(values.insert("5", for: 5, size: 3) == ["0", "1"])
    #expect((0..<6).map { values[$0] != nil } == [false, false, true, true, true, true])
    // What comes again stays where it was, with its new size.
    #expect(values.insert("new", for: 2, size: 5) == ["2", "new"])
    #expect(values[2] == nil && values[3] == "3")
    #expect(values.insert("long", for: 6, size: 11) == ["3", "4", "5", "long"])
    #expect((0..<7).allSatisfy { values[$0] == nil })
  }

  @Test func manyValuesKeepTheLast() {
    var values = RecentValues<Int, Int>(room: 100)
    for key in 0..<10_000 { _ = values.insert(key, for: key) }
    #expect((0..<10_000).filter { values[$0] != nil } == Array(9900..<10_000))
  }
}
