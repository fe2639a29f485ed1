/// Finds an element by its rank without sorting (Hoare, "Algorithm 65: find", 1961).
enum Selection {
  /// The element that has `rank` smaller ones, of elements that all differ. They change places.
  static func find(rank: Int, of keys: UnsafeMutableBufferPointer<UInt64>) -> UInt64 {
    var low = 0
    var high = keys.count - 1
    while low < high {
      let pivot = median(keys[low], keys[(low + high) / 2], keys[high])
      var left = low
      var right = high
      while left <= right {
        while keys[left] < pivot { left &+= 1 }
        while keys[right] > pivot { right &-= 1 }
        guard left <= right else { break }
        (keys[left], keys[right]) = (keys[right], keys[left])
        left &+= 1
        right &-= 1
      }
      if rank <= right { high = right } else if rank >= left { low = left } else { break }
    }
    return keys[rank]
  }

  private static func median(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
    max(min(first, second), min(max(first, second), third))
  }
}
