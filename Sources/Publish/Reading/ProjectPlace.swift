import Foundation

/// Finds the project that a command is for.
public enum ProjectPlace {
    /// The folder that the site of a project is in where no option names another; it is not read.
    ///
    /// - Parameter source: the project's folder.
    public static func siteFolder(of source: String) -> String {
        source == "." ? "public" : (source.hasSuffix("/") ? source : source + "/") + "public"
    }

    /// The folder of the project: the one that is given, or, for the current one, the nearest above it that has a
    /// `handbook.yml`. The search does not leave the repository or the home folder.
    ///
    /// - Returns: a path as the process sees it; `folder` itself where no project is found.
    public static func found(from folder: String) -> String {
        guard folder == "." || folder == "./" else { return folder }
        let manager = FileManager.default
        var current = manager.currentDirectoryPath
        func has(_ name: String) -> Bool { manager.fileExists(atPath: current + "/" + name) }
        // A project without settings has its content in a folder of this name, or in itself.
        if has("content") { return folder }
        var way: [String] = []
        while true {
            if has("handbook.yml") { return way.isEmpty ? folder : way.joined(separator: "/") }
            let parent = (current as NSString).deletingLastPathComponent
            if has(".git") || current == NSHomeDirectory() || parent == current || parent.isEmpty { return folder }
            current = parent
            way.append("..")
        }
    }
}
