// swift-tools-version: 6.2
import PackageDescription

/// Programs that measure the engine; apart, so that the engine never resolves what they need.
let package = Package(
  name: "haskap-benchmarks",
  dependencies: [
    .package(name: "haskap", path: ".."),
    // Without its traits it counts no memory, and needs no further packages.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "haskap-bench", dependencies: [.product(name: "Haskap", package: "haskap")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .treatAllWarnings(as: .error),
      ]),
    .executableTarget(
      name: "Parts",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "HaskapBench", package: "haskap"),
        .product(name: "HaskapDocuments", package: "haskap"),
      ],
      path: "Parts", plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6]
)
