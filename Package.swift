// swift-tools-version: 6.2
import PackageDescription

// A module imports only modules below it in this list: see ARCHITECTURE.md. `ModuleTests` holds that.
let package = Package(
    name: "handbook",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "handbook", targets: ["HandbookCommand"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    ],
    targets: [
        .executableTarget(
            name: "HandbookCommand",
            dependencies: [
                "Serve", "Publish", "Site", "Theme", "Formats", "Authoring", "Changes", "Handbook", "Markdown", "Diagnostics",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .target(
            name: "Serve",
            dependencies: [
                "Diagnostics",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
        .target(name: "Publish", dependencies: ["Site", "Formats", "Authoring", "Changes", "Handbook", "Diagnostics"]),
        .target(
            name: "Site",
            dependencies: ["Theme", "Formats", "Drawing", "Changes", "Handbook", "Templates", "Markdown", "Diagnostics"]
        ),
        .target(name: "Formats", dependencies: ["Authoring", "Changes", "Handbook", "Markdown", "Diagnostics"]),
        .target(name: "Drawing", dependencies: ["Markdown", "Diagnostics"]),
        .target(name: "Authoring", dependencies: ["Changes", "Handbook", "Markdown", "Diagnostics"]),
        .target(name: "Changes", dependencies: ["Handbook", "Markdown", "Diagnostics"]),
        .target(name: "Handbook", dependencies: ["Markdown", "Diagnostics"]),
        .target(name: "Templates", dependencies: ["Diagnostics"]),
        .target(
            name: "Markdown",
            dependencies: ["CMarkGFM", "Diagnostics", .product(name: "Yams", package: "Yams")]
        ),
        .target(name: "Diagnostics"),
        .systemLibrary(
            name: "CMarkGFM",
            pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
        ),

        // `templates/`, the starters, the archetypes and the default handbook, compiled into the binary as Swift strings.
        .target(name: "Theme", exclude: ["Starters", "Archetypes"], plugins: ["EmbedTheme"]),
        .plugin(name: "EmbedTheme", capability: .buildTool(), dependencies: ["embed-theme"]),
        .executableTarget(name: "embed-theme"),

        // What tests share: projects written as one text, golden files.
        .target(name: "TestSupport", dependencies: ["Changes", "Handbook", "Markdown", "Diagnostics"], path: "Tests/TestSupport"),
        .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "MarkdownTests", dependencies: ["TestSupport", "Markdown", "CMarkGFM", "Diagnostics"]),
        .testTarget(name: "TemplatesTests", dependencies: ["Templates", "Diagnostics"]),
        .testTarget(name: "HandbookTests", dependencies: ["TestSupport", "Handbook", "Markdown", "Diagnostics"], exclude: ["Golden"]),
        .testTarget(
            name: "ChangesTests",
            dependencies: ["TestSupport", "Changes", "Handbook", "Markdown", "Diagnostics"],
            exclude: ["Golden"]
        ),
        .testTarget(name: "AuthoringTests", dependencies: ["TestSupport", "Authoring", "Handbook", "Markdown", "Diagnostics"]),
        .testTarget(name: "FormatsTests", dependencies: ["Formats", "Handbook", "Markdown"]),
        .testTarget(name: "DrawingTests", dependencies: ["TestSupport", "Drawing"]),
        // Counts calls of `malloc`: the work of a test, the same in every run.
        .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "TestSupport", "AllocationCounter", "Publish", "Site", "Theme", "Formats", "Templates", "Drawing", "Changes", "Handbook",
                "Markdown", "Diagnostics",
            ],
            exclude: ["Golden"]
        ),
        .testTarget(name: "PublishTests", dependencies: ["Publish", "Site", "Formats", "Changes", "Handbook", "Diagnostics"]),
        .testTarget(name: "ServeTests", dependencies: ["Serve", .product(name: "HTTPTypes", package: "swift-http-types")]),
        .testTarget(
            name: "CommandTests",
            dependencies: ["TestSupport", "HandbookCommand", "Authoring", "Handbook", "Diagnostics"],
            exclude: ["Cases", "sarif-2.1.0.part.json"]
        ),
    ],
    swiftLanguageModes: [.v6]
)
