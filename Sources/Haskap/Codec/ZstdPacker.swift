internal import CZstd

/// Packs bytes by Zstandard (Collet and Kucherawy, RFC 8878), each piece by itself.
final class ZstdPacker {
  /// The level that makes pieces of some kilobytes small for little time.
  private static let level: Int32 = 2
  private let context = ZSTD_createCCtx()

  deinit { ZSTD_freeCCtx(context) }

  /// One frame that tells its length; nil where there is no memory for it.
  func packed(_ bytes: [UInt8]) -> [UInt8]? {
    guard let context else { return nil }
    let packed = [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) {
      let length = ZSTD_compressCCtx(
        context, $0.baseAddress, $0.count, bytes, bytes.count, Self.level)
      $1 = ZSTD_isError(length) == 0 ? length : 0
    }
    return packed.isEmpty ? nil : packed
  }
}
