/// Changes bytes as damage and malice do.
public enum Mutation {
  private static let bytes: [UInt8] = [0, 1, 2, 3, 0x1F, 0x20, 0x3F, 0x40, 0x7F, 0x80, 0xFE, 0xFF]
  private static let words: [UInt64] = [
    0, 1, 127, 128, 255, 1 << 16, 1 << 31, 1 << 32 - 1, 1 << 32, 1 << 40, 1 << 47 - 1, 1 << 62,
    1 << 63 - 1, 1 << 63, .max - 1, .max,
  ]

  public static func change(_ body: inout [UInt8], _ random: inout some RandomNumberGenerator) {
    for _ in 0..<random.pick([1, 1, 1, 2, 4]) { changeOnce(&body, &random) }
  }

  private static func changeOnce(_ body: inout [UInt8], _ random: inout some RandomNumberGenerator)
  {
    guard body.count > 16 else { return body.append(0xFF) }
    // Directories and tables stand at the ends.
    let place =
      random.below(3) == 0
      ? body.count - 1 - random.below(min(400, body.count)) : random.below(body.count)
    switch random.below(11) {
    case 0, 1: body[place] = random.pick(bytes)
    case 2, 3: body[place] ^= 1 << UInt8(random.below(8))
    case 4: body[place] = UInt8(truncatingIfNeeded: random.next())
    case 5: put(random.pick(words), random.pick([4, 8]), at: place & ~7, in: &body)
    case 6: add(random.pick([-1, 1, -128, 128]), at: place & ~7, in: &body)
    case 7: longVarint(at: place, in: &body, &random)
    case 8: copy(from: random.below(body.count), to: place, random.below(64) + 1, in: &body)
    case 9: body.removeLast(min(body.count - 1, random.below(body.count) / (1 + random.below(20))))
    default: for next in place..<min(place + random.below(200), body.count) { body[next] = 0 }
    }
  }

  private static func put(_ word: UInt64, _ count: Int, at place: Int, in body: inout [UInt8]) {
    for byte in 0..<count where place + byte < body.count {
      body[place + byte] = UInt8(truncatingIfNeeded: word >> UInt64(8 * byte))
    }
  }

  private static func add(_ number: Int, at place: Int, in body: inout [UInt8]) {
    guard place + 4 <= body.count else { return }
    let old = (0..<4).reduce(0 as UInt32) { $0 | UInt32(body[place + $1]) << UInt32(8 * $1) }
    put(UInt64(old &+ UInt32(truncatingIfNeeded: number)), 4, at: place, in: &body)
  }

  private static func longVarint(
    at place: Int, in body: inout [UInt8], _ random: inout some RandomNumberGenerator
  ) {
    let length = random.pick([2, 4, 5, 9, 10])
    for byte in 0..<length where place + byte < body.count {
      body[place + byte] = byte == length - 1 ? random.pick([0, 1, 0x7F]) : 0xFF
    }
  }

  private static func copy(from: Int, to: Int, _ count: Int, in body: inout [UInt8]) {
    for byte in 0..<count where from + byte < body.count && to + byte < body.count {
      body[to + byte] = body[from + byte]
    }
  }
}

extension RandomNumberGenerator {
  public mutating func below(_ limit: Int) -> Int {
    Int.random(in: 0..<max(1, limit), using: &self)
  }

  public mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }
}
