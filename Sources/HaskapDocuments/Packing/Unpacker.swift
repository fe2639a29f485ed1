/// Unpacks a file piece by piece.
final class Unpacker {
  private let format: any PackedFormat
  private var packed: [UInt8]
  /// Of what is packed, how much has been unpacked.
  private var taken = 0
  private var isInMember = false
  /// Whether the library may have more of what it has read.
  private var hasMore = false

  /// - Parameter start: the first bytes of a file; nil where they are not packed.
  init?(start: ArraySlice<UInt8>) {
    let formats: [any PackedFormat.Type] = [GzipFormat.self, ZstdFormat.self]
    guard let format = formats.first(where: { start.starts(with: $0.mark) })?.init()
    else { return nil }
    self.format = format
    packed = Array(start)
  }

  var formatName: String { type(of: format).name }

  /// Fills a buffer as far as it can.
  ///
  /// - Parameter more: gives the next bytes of the file, none at its end.
  /// - Returns: how many bytes there are now; 0 at the end.
  /// - Throws: `UnpackingDamage`, and what `more` throws.
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
        taken += try format.begin(packed[taken...])
        guard taken < packed.count else { continue }
      }
      let count = try step(into: &buffer)
      if count > 0 { return count }
    }
  }

  private func step(into buffer: inout [UInt8]) throws(UnpackingDamage) -> Int {
    let room = buffer.count
    let result = buffer.withUnsafeMutableBytes { target in
      packed.withUnsafeBytes { source in
        Result { () throws(UnpackingDamage) in
          try format.unpack(UnsafeRawBufferPointer(rebasing: source[taken...]), into: target)
        }
      }
    }
    let step = try result.get()
    taken += step.read
    (isInMember, hasMore) = (!step.endsMember, step.written == room)
    return step.written
  }
}
