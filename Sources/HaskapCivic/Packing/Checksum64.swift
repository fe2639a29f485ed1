/// A checksum by which to see whether a file has changed: FNV-1a of 64 bits.
///
/// Source: Fowler, Noll, Vo; IETF draft-eastlake-fnv.
enum Checksum64 {
  static let empty: UInt64 = 0xcbf2_9ce4_8422_2325

  static func of(_ bytes: some Sequence<UInt8>, after earlier: UInt64 = empty) -> UInt64 {
    bytes.reduce(earlier) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
