internal import CLibrary

/// What a term costs, in bits, as the logarithm of its gaps: in a half of n documents, d of which
/// have it, d × log₂(n ÷ (d + 1)). With halves of one size, moving one document changes it by
/// differences of d × log₂(d + 1) alone.
final class GapCosts: Sendable {
  /// By d: how much `d × log₂(d + 1)` is above that of one less.
  private let steps: [Float]

  init(documentCount: Int) {
    var before = 0.0
    steps = (0...documentCount / 2 + 2).map { degree in
      let cost = Double(degree) * log2(Double(degree) + 1)
      defer { before = cost }
      return Float(cost - before)
    }
  }

  @inline(__always)
  func withSteps(_ body: (UnsafeBufferPointer<Float>) -> Void) {
    steps.withUnsafeBufferPointer(body)
  }
}
