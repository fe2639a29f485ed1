internal import CZlib

/// What `gzip` has packed (RFC 1952). Behind the last member nothing but zeros may stand, with which
/// tapes are filled up: what else stands there is the rest of a member that was damaged, or no part of
/// the file.
final class GzipFormat: PackedFormat {
  static let name = "gzip"
  static let mark: [UInt8] = [0x1F, 0x8B]

  /// The library keeps its address.
  private let stream: UnsafeMutablePointer<z_stream>

  init?() {
    guard let stream = czlib_open_gzip() else { return nil }
    self.stream = stream
  }

  deinit { czlib_close(stream) }

  func begin(_ next: ArraySlice<UInt8>) throws(UnpackingDamage) -> Int {
    let zeros = next.prefix { $0 == 0 }.count
    guard zeros == next.count || next.dropFirst(zeros).first == Self.mark[0] else {
      throw UnpackingDamage(reason: "trailing garbage")
    }
    inflateReset(stream)
    return zeros
  }

  func unpack(
    _ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) throws(UnpackingDamage) -> UnpackingStep {
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: source.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(source.count)
    stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(target.count)
    let status = inflate(stream, Z_NO_FLUSH)
    // Without input or room nothing can be done, and that is no damage.
    guard [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(status) else {
      throw UnpackingDamage(
        reason: stream.pointee.msg.map { String(cString: $0) } ?? "error \(status)")
    }
    return UnpackingStep(
      read: source.count - Int(stream.pointee.avail_in),
      written: target.count - Int(stream.pointee.avail_out), endsMember: status == Z_STREAM_END)
  }
}
