import Testing

@testable import Serve

@Suite struct MountsTests {
    private static let table = """
        22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
        30 22 0:40 / /home rw - nfs4 server:/home rw
        31 30 0:41 / /home/me/local rw shared:3 master:1 - ext4 /dev/vdb rw
        32 22 0:42 / /mnt/a\\040b rw - fuse.sshfs me@there:/ rw
        33 22 0:43 / /work rw - ext4 /dev/vdc rw
        34 22 0:44 / /work rw - 9p host rw
        35 22 8:1 / /disk rw - fuseblk /dev/sda1 rw
        short line
        """

    @Test(
        arguments: [
            ("/", "ext4", true), ("/srv/x", "ext4", true), ("/home", "nfs4", false), ("/home/me/site", "nfs4", false),
            ("/homely", "ext4", true), ("/home/me/local/site", "ext4", true), ("/mnt/a b/site", "fuse.sshfs", false),
            ("/work/x", "9p", false), ("/disk/x", "fuseblk", true),
        ]
    )
    func theNearestMountSaysWhetherChangesAreTold(path: String, kind: String, isTold: Bool) {
        #expect(Mounts.kind(at: path, table: Self.table) == kind)
        #expect(Mounts.tellsOfChanges(at: path, table: Self.table) == isTold)
    }

    @Test func whereThereIsNoTableChangesAreTakenToBeTold() {
        #expect(Mounts.tellsOfChanges(at: "/x", table: ""))
    }
}
