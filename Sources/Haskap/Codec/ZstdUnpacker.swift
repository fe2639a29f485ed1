internal import CZstd
internal import Synchronization

/// Unpacks frames of Zstandard. The bytes may be any: what they claim is bounded before memory is
/// taken, and what is no sound frame gives nothing.
final class ZstdUnpacker: @unchecked Sendable {  // One thread has it at a time.
  /// Making one takes longer than unpacking some kilobytes.
  private static let spare = Mutex<[ZstdUnpacker]>([])
  private static let mostSpare = 8
  private let context = ZSTD_createDCtx()

  deinit { ZSTD_freeDCtx(context) }

  /// - Parameters:
  ///   - packed: one frame that tells its length.
  ///   - limit: of that length.
  static func unpacked(_ packed: UnsafeRawBufferPointer, upTo limit: Int) -> [UInt8]? {
    // Frames that do not tell it, and what is none, have a length beyond all limits.
    let length = ZSTD_getFrameContentSize(packed.baseAddress, packed.count)
    guard length <= UInt64(limit) else { return nil }
    let unpacker = spare.withLock { $0.popLast() } ?? ZstdUnpacker()
    defer { spare.withLock { if $0.count < mostSpare { $0.append(unpacker) } } }
    return unpacker.unpacked(packed, length: Int(length))
  }

  private func unpacked(_ packed: UnsafeRawBufferPointer, length: Int) -> [UInt8]? {
    guard let context else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: length) {
      let written = ZSTD_decompressDCtx(
        context, $0.baseAddress, $0.count, packed.baseAddress, packed.count)
      $1 = ZSTD_isError(written) == 0 ? written : 0
    }
    return bytes.count == length && length > 0 ? bytes : nil
  }
}
