internal import CZstd

/// Unpacks what `zstd` has packed (RFC 8878), one frame after another.
final class ZstdStream: Unpacking {
  static let kind = "zstd"
  /// What frames begin with.
  private static let mark: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

  private let stream: OpaquePointer
  private var packed: [UInt8]
  /// Of what is packed, how much has been unpacked.
  private var taken = 0
  private var isInFrame = false
  /// Whether there was more than the buffer could take.
  private var hasMore = false

  /// - Parameter start: the first bytes of a file; nil where they are not packed so.
  init?(start: ArraySlice<UInt8>) {
    guard start.starts(with: Self.mark), let stream = ZSTD_createDStream() else { return nil }
    packed = Array(start)
    self.stream = stream
  }

  deinit { ZSTD_freeDStream(stream) }

  func unpack(into buffer: inout [UInt8], more: () throws -> [UInt8]) throws -> Int {
    while true {
      if taken == packed.count, !(hasMore && isInFrame) {
        (packed, taken) = (try more(), 0)
        guard !packed.isEmpty else {
          guard !isInFrame else { throw UnpackingDamage(reason: "unexpected end of file") }
          return 0
        }
      }
      let count = try step(into: &buffer)
      if count > 0 { return count }
    }
  }

  private func step(into buffer: inout [UInt8]) throws(UnpackingDamage) -> Int {
    let (start, room) = (taken, buffer.count)
    let (status, read, written) = packed.withUnsafeBytes { source in
      buffer.withUnsafeMutableBytes { target in
        var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: start)
        var output = ZSTD_outBuffer(dst: target.baseAddress, size: room, pos: 0)
        let status = ZSTD_decompressStream(stream, &output, &input)
        return (status, input.pos, output.pos)
      }
    }
    guard ZSTD_isError(status) == 0 else {
      throw UnpackingDamage(reason: String(cString: ZSTD_getErrorName(status)))
    }
    (taken, isInFrame, hasMore) = (read, status != 0, written == room)
    return written
  }
}
