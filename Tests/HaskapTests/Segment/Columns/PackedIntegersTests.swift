import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct PackedIntegersTests {
  private func stored(_ values: [Int64]) throws -> PackedIntegers {
    let folder = TemporaryFolder()
    let files = SegmentFiles(IndexDirectory(path: folder.path), segment: 1)
    let file = try files.writer(.columns)
    let section = try PackedIntegers.write(values, to: file)
    try files.finish(file)
    return try PackedIntegers(files.mapped(.columns), section)
  }

  private func check(_ values: [Int64]) throws {
    let packed = try stored(values)
    let view = try packed.view()
    #expect(try values.indices.map { try packed.value(at: $0) } == values)
    #expect(values.indices.map { view[$0] } == values)
    #expect(throws: FormatError.self) { try packed.value(at: values.count) }
  }

  @Test(arguments: 0...64)
  func everyWidth(width: Int) throws {
    let mask = width == 0 ? 0 : UInt64.max >> UInt64(64 - width)
    var random = SplitMix(seed: UInt64(width))
    try check((0..<300).map { _ in Int64(bitPattern: random.next() & mask) })
  }

  @Test(arguments: [0, 1, 2, 127, 128, 129, 256])
  func everyLength(length: Int) throws {
    try check((0..<length).map { Int64($0 * $0) - 1000 })
  }

  @Test func extremes() throws {
    try check([.min, .max, 0, -1, 1, .max, .min])
    try check([Int64](repeating: .min, count: 200))
  }

  @Test func equalValuesTakeNoBits() throws {
    let packed = try stored([Int64](repeating: 2023, count: 12_800))
    #expect(packed.section.range.count == 100 * PackedIntegers.entryLength)
  }
}
