import CICU

/// ICU's NFKC_Casefold: compatibility forms, case, and no default-ignorable characters, which
/// also takes variation selectors away (Unicode Standard Annex 15 and section 3.13).
struct ICUNormalizer: @unchecked Sendable {
  /// A singleton of ICU's, immutable and shared by all threads.
  private let instance: OpaquePointer

  init() throws(ICUError) {
    let found = try checkedICU("unorm2_getNFKCCasefoldInstance") { cicu_nfkc_casefold(&$0) }
    guard let found else {
      throw ICUError(call: "unorm2_getNFKCCasefoldInstance", problem: "no instance")
    }
    instance = found
  }

  /// True if text can be cut before this scalar and normalized in two parts.
  func hasBoundaryBefore(_ scalar: UInt32) -> Bool {
    cicu_has_boundary_before(instance, Int32(bitPattern: scalar)) != 0
  }

  /// Replaces `target` by the normalized form of `source`, both UTF-16.
  func normalize(_ source: [UInt16], into target: inout [UInt16]) throws(ICUError) {
    var needed = try fill(&target, from: source)
    if needed > target.count {
      target = [UInt16](repeating: 0, count: needed)
      needed = try fill(&target, from: source)
    }
    target.removeLast(target.count - needed)
  }

  private func fill(_ target: inout [UInt16], from source: [UInt16]) throws(ICUError) -> Int {
    let room = max(16, source.count * 3)
    if target.count < room {
      target.append(contentsOf: repeatElement(0, count: room - target.count))
    }
    var status = cicu_success
    let needed = target.withUnsafeMutableBufferPointer { buffer in
      cicu_normalize(
        instance, source, Int32(source.count), buffer.baseAddress, Int32(buffer.count), &status)
    }
    if status == cicu_buffer_overflow { return Int(needed) }
    guard status <= cicu_success else {
      throw ICUError(
        call: "unorm2_normalize", problem: String(cString: cicu_error_name(status)))
    }
    return Int(needed)
  }
}
