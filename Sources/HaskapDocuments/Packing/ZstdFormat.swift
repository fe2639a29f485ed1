internal import CZstd

/// What `zstd` has packed (RFC 8878), whose members are called frames.
final class ZstdFormat: PackedFormat {
  static let name = "zstd"
  static let mark: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

  private let stream: OpaquePointer

  init?() {
    guard let stream = ZSTD_createDStream() else { return nil }
    self.stream = stream
  }

  deinit { ZSTD_freeDStream(stream) }

  func begin(_ next: ArraySlice<UInt8>) -> Int { 0 }

  func unpack(
    _ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) throws(UnpackingDamage) -> UnpackingStep {
    var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
    var output = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
    let status = ZSTD_decompressStream(stream, &output, &input)
    guard ZSTD_isError(status) == 0 else {
      throw UnpackingDamage(reason: String(cString: ZSTD_getErrorName(status)))
    }
    return UnpackingStep(read: input.pos, written: output.pos, endsMember: status == 0)
  }
}
