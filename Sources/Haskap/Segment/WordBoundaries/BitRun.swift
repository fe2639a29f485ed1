/// Bits in words of 64, lowest first. What is behind the last bit is 0.
struct BitRun {
  let words: UnsafePointer<UInt64>
  let count: Int
}
