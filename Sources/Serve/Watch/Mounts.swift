/// What kind of file system lies at a path, by the system's table of mounts: proc_pid_mountinfo(5).
public enum Mounts {
    /// Those whose files change on other machines, which the system here tells nothing of.
    private static let silent: Set<String> = [
        "9p", "afs", "ceph", "cifs", "ncpfs", "nfs", "nfs4", "prl_fs", "smb3", "smbfs", "vboxsf", "virtiofs", "vmhgfs",
    ]

    /// Whether changes at an absolute path without links are told of.
    public static func tellsOfChanges(at path: String, table: String) -> Bool {
        guard let kind = kind(at: path, table: table) else { return true }
        return !silent.contains(kind) && !kind.hasPrefix("fuse.")
    }

    /// The file system of the mount nearest to a path.
    static func kind(at path: String, table: String) -> String? {
        var nearest: (place: String, kind: String)?
        for line in table.split(separator: "\n") {
            let fields = line.split(separator: " ").map(String.init)
            guard fields.count > 6, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count else { continue }
            let place = unescaped(fields[4])
            let isAround = place == "/" || path == place || path.hasPrefix(place + "/")
            // Of two at one place, the later one is on top.
            if isAround, place.utf8.count >= (nearest?.place.utf8.count ?? 0) { nearest = (place, fields[dash + 1]) }
        }
        return nearest?.kind
    }

    /// Spaces, tabs, line ends and backslashes stand there as three octal digits.
    private static func unescaped(_ field: String) -> String {
        field.replacing("\\040", with: " ").replacing("\\011", with: "\t").replacing("\\012", with: "\n").replacing("\\134", with: "\\")
    }
}
