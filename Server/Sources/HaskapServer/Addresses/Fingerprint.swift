/// A short name for bytes, by which a browser knows whether it has them (FNV-1a, 64 bits).
enum Fingerprint {
  static func of(_ bytes: some Sequence<UInt8>) -> String {
    let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
    return String(hash, radix: 36)
  }
}
