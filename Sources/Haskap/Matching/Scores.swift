typealias Scores = UnsafeMutablePointer<UInt32>
