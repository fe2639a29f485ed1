internal import CZlib

/// Unpacks what `gzip` has packed (RFC 1952), one member after another. Behind the last one nothing
/// but zeros may stand, with which tapes are filled up: what else stands there is the rest of a member
/// that was damaged, or no part of the file.
final class GzipStream: Unpacking {
  static let kind = "gzip"
  private static let mark: [UInt8] = [0x1F, 0x8B]

  /// The library keeps its address.
  private let stream: UnsafeMutablePointer<z_stream>
  private var packed: [UInt8]
  /// Of what is packed, how much has been unpacked.
  private var taken = 0
  private var isInMember = false
  /// Whether there was more than the buffer could take.
  private var hasMore = false

  /// - Parameter start: the first bytes of a file; nil where they are not packed so.
  init?(start: ArraySlice<UInt8>) {
    guard start.starts(with: Self.mark), let stream = czlib_open_gzip() else { return nil }
    packed = Array(start)
    self.stream = stream
  }

  deinit { czlib_close(stream) }

  func unpack(into buffer: inout [UInt8], more: () throws -> [UInt8]) throws -> Int {
    while true {
      if taken == packed.count, !(hasMore && isInMember) {
        (packed, taken) = (try more(), 0)
        guard !packed.isEmpty else {
          guard !isInMember else { throw UnpackingDamage(reason: "unexpected end of file") }
          return 0
        }
      }
      if !isInMember {
        taken += packed[taken...].prefix { $0 == 0 }.count
        guard taken < packed.count else { continue }
        guard packed[taken] == Self.mark[0] else {
          throw UnpackingDamage(reason: "trailing garbage")
        }
        inflateReset(stream)
      }
      let count = try step(into: &buffer)
      if count > 0 { return count }
    }
  }

  private func step(into buffer: inout [UInt8]) throws(UnpackingDamage) -> Int {
    let (start, room) = (taken, buffer.count)
    let status = packed.withUnsafeMutableBytes { source in
      buffer.withUnsafeMutableBytes { target in
        stream.pointee.next_in = (source.baseAddress! + start).assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(source.count - start)
        stream.pointee.next_out = target.baseAddress!.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(room)
        return inflate(stream, Z_NO_FLUSH)
      }
    }
    // Without input or room nothing can be done, and that is no damage.
    guard [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(status) else {
      throw UnpackingDamage(
        reason: stream.pointee.msg.map { String(cString: $0) } ?? "error \(status)")
    }
    let written = room - Int(stream.pointee.avail_out)
    taken = packed.count - Int(stream.pointee.avail_in)
    (isInMember, hasMore) = (status != Z_STREAM_END, written == room)
    return written
  }
}
