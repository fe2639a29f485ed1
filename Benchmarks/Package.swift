// swift-tools-version: 6.2
import PackageDescription

/// Programs that measure the engine; apart, so that the engine never resolves what they need.
let package = Package(
  name: "haskap-benchmarks",
  dependencies: [.package(name: "haskap", path: "..")],
  targets: [
    .executableTarget(
      name: "haskap-bench", dependencies: [.product(name: "Haskap", package: "haskap")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .treatAllWarnings(as: .error),
      ])
  ],
  swiftLanguageModes: [.v6]
)
