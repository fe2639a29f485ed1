import CICU

/// A call into ICU (its C interface, UTF-16 inside) that failed, or data of ICU's that is not what this code can read.
public struct ICUError: Error, Equatable, CustomStringConvertible {
  /// What was asked of ICU, for instance `ubrk_open(word, ja)`.
  public let call: String
  /// ICU's name of the failure, or what was found instead of what was expected.
  public let problem: String

  public var description: String {
    "ICU: \(call) failed: \(problem); reinstall libicu and its data (Debian: libicu72)"
  }

  init(call: String, problem: String) {
    self.call = call
    self.problem = problem
  }
}

/// Calls an ICU function with a status and turns a failure into an error.
@inline(__always)
func checkedICU<Result>(
  _ call: @autoclosure () -> String, _ body: (inout Int32) -> Result
) throws(ICUError) -> Result {
  var status = cicu_success
  let result = body(&status)
  guard status <= cicu_success else {
    throw ICUError(call: call(), problem: String(cString: cicu_error_name(status)))
  }
  return result
}

/// The version of the ICU in use, for instance `72.1`.
func icuVersion() -> String {
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4) { version in
    version.initialize(repeating: 0)
    cicu_version(version.baseAddress)
    let parts = version.map { String($0) }
    return "\(parts[0]).\(parts[1])"
  }
}
