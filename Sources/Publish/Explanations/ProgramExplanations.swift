import Diagnostics
import Handbook

extension RuleGroup {
    static let git = RuleGroup(
        "git",
        "git",
        [
            Explanation(
                GitRules.noGit,
                "Revisions are read by the program `git`.",
                "Install git, or compare two folders.",
                shown: "$ handbook diff ./old ./new"
            ),
            Explanation(
                GitRules.noRepository,
                "A revision is one of the repository that the project's folder lies in.",
                "Give `--source` a project in a repository, or compare two folders.",
                shown: "$ handbook diff ./old ./new"
            ),
            Explanation(
                GitRules.unknown,
                "What is to be compared has to be there.",
                "Take the name that is proposed, or name a folder with a slash: `./old`.",
                shown: "$ handbook diff HEAD~1"
            ),
            Explanation(
                GitRules.ambiguous,
                "A word that is a folder and a revision, or a branch and a tag, could mean either. It is not guessed.",
                "Write `./name` for the folder, `refs/heads/name` for the branch, `refs/tags/name` for the tag.",
                shown: "$ handbook diff refs/tags/v1"
            ),
            Explanation(
                GitRules.notThere,
                "The project's folder may be younger than the revision, or have had another name.",
                "Name a revision in which the folder was there.",
                shown: "$ git log --oneline -- handbook.yml"
            ),
            Explanation(
                GitRules.failed,
                "What git cannot read cannot be compared.",
                "See to what git says; the finding quotes it.",
                shown: "$ git fsck"
            ),
            Explanation(
                GitRules.noHistory,
                "The page of what changed is made of the whole history. With a part of it, dates and changes would be false: the site is built without.",
                "What to do depends on the reason; [commands](commands.md#build-and-check) lists them. `changes: off` in the settings asks git nothing.",
                shown: "$ git fetch --unshallow"
            ),
            Explanation(
                .invalidCodeOwners,
                "A line of CODEOWNERS that is no pattern with owners says nothing: pages that it was meant for are kept by whom an earlier line names, or by nobody. GitHub passes over such lines too.",
                "Write a path and its owners: `@name`, `@organization/team` or an address of e-mail. `codeowners: off` in the settings reads no such file.",
                shown: "content/roles/   @example/people\n*.md             docs@example.org\n!content/        @example/nobody    no pattern"
            ),
            Explanation(
                GitRules.submodule,
                "A submodule's files are in another repository, so a revision of this one does not hold them.",
                "Compare folders into which both states are checked out.",
                shown: "$ handbook diff ./old ./new"
            ),
        ]
    )

    static let search = RuleGroup(
        "search",
        "The full-text search",
        [
            Explanation(
                SearchRules.missing,
                "`search: on` says that the site has to have a full-text search, and the program that makes its index is not there.",
                "Install Pagefind, name it with `HANDBOOK_PAGEFIND`, or set `search: auto`.",
                shown: "$ HANDBOOK_PAGEFIND=/opt/pagefind/pagefind handbook build"
            ),
            Explanation(
                SearchRules.failed,
                "A site whose search finds half of it is worse than one without.",
                "See to what Pagefind says; the finding quotes it.",
                shown: "$ pagefind --version"
            ),
        ]
    )

    static let external = RuleGroup(
        "external",
        "Links to other sites",
        [
            Explanation(
                .deadExternalLink,
                "A reader who follows a link to nothing loses trust in the rest. Other sites change without a word, so they are asked only when `handbook check --external` is.",
                "Mend the link, or take it out. Some servers answer nobody but browsers: list such addresses under `links: {ignore: […]}` in `handbook.yml`.",
                shown: "$ handbook check --external"
            ),
            Explanation(
                .movedLink,
                "A server says that the page has another address for good (301, 308). The old one works as long as the server leads on from it.",
                "Link to the new address; `handbook check --external --fix` does so. Where a deep address leads to a site's first page the page may be gone: see for yourself.",
                shown: "$ handbook check --external --fix"
            ),
            Explanation(
                LinkRules.missing,
                "Addresses are asked by curl, which knows proxies, certificates and redirects as the machine has them.",
                "Install curl, or check without `--external`.",
                shown: "$ apt-get install curl"
            ),
            Explanation(
                LinkRules.notACache,
                "The file would be replaced by what addresses have answered. One that handbook did not write is somebody's.",
                "Name another file with `--link-cache`, or remove this one.",
                shown: "$ handbook check --external --link-cache links.json"
            ),
            Explanation(
                LinkRules.unkept,
                "Without the file, the next run asks everything again.",
                "Name a file in a folder that can be written to.",
                shown: "$ handbook check --external --link-cache /tmp/links.json"
            ),
        ]
    )

    /// The rules about the disk and about other programs, explained.
    public static let publish: [RuleGroup] = [project, output, git, search, external]
}
