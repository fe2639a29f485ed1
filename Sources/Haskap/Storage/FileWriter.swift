internal import CLibrary

/// Writes one file of the index from its header to its footer.
///
/// The buffer is some chunks long: when it is full they are checksummed while still in the
/// processor's cache, and handed to the system.
final class FileWriter {
  let name: String
  let kind: FileKind
  /// Bytes from the beginning of the file, the header included.
  private(set) var offset = 0
  private let directory: IndexDirectory
  /// The open file; -1 when the folder has taken it over.
  private var file: Int32
  private let buffer: UnsafeMutableRawBufferPointer
  private var buffered = 0
  private var checksums: [UInt64] = []
  /// Up to where the system has been asked to write to the disk.
  private var begunTo = 0
  private static let backgroundLength = 1 << 22
  private static let chunkLength = FileLayout.chunkLength

  init(
    _ directory: IndexDirectory, name: String, kind: FileKind, segment: UInt64
  ) throws(StorageError) {
    self.directory = directory
    self.name = name
    self.kind = kind
    buffer = .allocate(byteCount: 4 * Self.chunkLength, alignment: 64)
    do throws(StorageError) {
      file = try directory.create(name).take()
    } catch {
      buffer.deallocate()
      throw error
    }
    let header = FileHeader(kind: kind, segment: segment)
    for word in 0..<FileHeader.wordCount { try append(header[word]) }
  }

  deinit {
    buffer.deallocate()
    if file >= 0 { close(file) }
  }

  func append(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = rest.prefix(buffer.count - buffered)
      UnsafeMutableRawBufferPointer(rebasing: buffer[buffered...])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: part))
      rest = rest.dropFirst(part.count)
      try advance(by: part.count)
    }
  }

  func append(_ bytes: [UInt8]) throws(StorageError) {
    try append(bytes.span.bytes)
  }

  func append(_ bytes: RawSpan) throws(StorageError) {
    try bytes.withUnsafeBytes { bytes throws(StorageError) in try append(bytes) }
  }

  /// Appends an integer, little endian, at whatever offset comes next.
  func append<Value: FixedWidthInteger>(_ value: Value) throws(StorageError) {
    let size = MemoryLayout<Value>.size
    if buffered + size <= buffer.count {
      buffer.storeBytes(of: value.littleEndian, toByteOffset: buffered, as: Value.self)
      try advance(by: size)
    } else {
      for shift in 0..<size { try append(UInt8(truncatingIfNeeded: value >> (8 * Value(shift)))) }
    }
  }

  /// Appends zeros up to the next offset that `alignment` divides.
  func align(to alignment: Int) throws(StorageError) {
    while offset % alignment != 0 { try append(0 as UInt8) }
  }

  /// Writes the footer. The file is not forced to the disk yet, which the folder does when a commit
  /// is to refer to it.
  func finish() throws(StorageError) -> FileRecord {
    try align(to: 8)
    let bodyEnd = offset
    try flush()
    let footer = checksums + [UInt64(bodyEnd)]
    let root = footer.map(\.littleEndian).withUnsafeBytes { Checksum.of($0) }
    for word in footer + [root] { try append(word) }
    try flush()
    defer { file = -1 }
    try directory.keep(FileDescriptor(file), name: name)
    return FileRecord(name: name, length: offset, checksum: root)
  }

  private func advance(by count: Int) throws(StorageError) {
    buffered += count
    offset += count
    if buffered == buffer.count { try flush() }
  }

  private func flush() throws(StorageError) {
    guard buffered > 0 else { return }
    var rest = UnsafeRawBufferPointer(rebasing: buffer[..<buffered])
    for start in stride(from: 0, to: buffered, by: Self.chunkLength) {
      let chunk = rest[start..<min(start + Self.chunkLength, buffered)]
      checksums.append(Checksum.of(UnsafeRawBufferPointer(rebasing: chunk)))
    }
    while let start = rest.baseAddress, rest.count > 0 {
      let written = directory.system.write(file, start, rest.count)
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else {
        throw StorageError(.write, directory.path(of: name), code: written < 0 ? errno : EIO)
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
    buffered = 0
    beginWriting()
  }

  /// Has the system begin to write to the disk what it holds, while more comes; a commit would have
  /// to wait for all of it. Linux does so when it hears that the bytes will not be needed, and lets
  /// go of none before they are written. Advice: only the time depends on it.
  private func beginWriting() {
    guard offset - begunTo >= Self.backgroundLength else { return }
    #if os(Linux)
      _ = posix_fadvise(file, off_t(begunTo), off_t(offset - begunTo), POSIX_FADV_DONTNEED)
    #endif
    begunTo = offset
  }
}
