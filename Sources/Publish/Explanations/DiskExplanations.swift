import Diagnostics

extension RuleGroup {
    static let project = RuleGroup(
        "project",
        "The project's files",
        [
            Explanation(
                ProjectFolder.noProject,
                "Without a folder that can be read there is nothing to build.",
                "Give the project's folder with `--source`, or make one with `handbook init`.",
                shown: "$ handbook build --source my-handbook"
            ),
            Explanation(
                ProjectFolder.notAFolder,
                "`content`, `templates` and `static` are read as folders. A file of that name is a slip.",
                "Move the file away, or into a folder of that name.",
                shown: "content          a file\ncontent/a.md     what is looked for"
            ),
            Explanation(
                ProjectFolder.handbookYaml,
                "Settings in a file of another name, such as `handbook.yaml` or `Handbook.yml`, or in the folder `content`, would have no effect.",
                "Rename the file to `handbook.yml`, in the project's folder.",
                shown: "$ git mv handbook.yaml handbook.yml"
            ),
            Explanation(
                ProjectFolder.besideContent,
                "In a project with a folder `content`, pages are read from there alone. A folder `roles` beside it is not read.",
                "Move the folder into `content`.",
                shown: "$ git mv roles content/roles"
            ),
            Explanation(
                ProjectReader.hiddenPage,
                "Files whose names begin with a dot are hidden: neither file managers nor handbook show them.",
                "Rename the file, and give the title with the dot in its front matter.",
                shown: "$ git mv content/roles/.net.md content/roles/net.md"
            ),
            Explanation(
                SourceFolder.unreadable,
                "A file that cannot be read would be missing from the site.",
                "Give yourself the right to read it, or take it out of the project.",
                shown: "$ chmod u+r content/roles/data-engineer.md"
            ),
            Explanation(
                ProjectReader.tooLarge,
                "A text of more than 8 MiB is nothing that anyone has written, and would make every build slow.",
                "Split it, or put it into `static`, from where it is copied as it is.",
                shown: "content/log.md   31 MiB"
            ),
            Explanation(
                ProjectReader.special,
                "Sockets, pipes and devices are no content. Reading one could wait for ever.",
                "Take it out of the project's folder.",
                shown: "content/pipe     a named pipe"
            ),
            Explanation(
                ProjectReader.notUTF8,
                "A name that is not UTF-8 cannot stand in an address.",
                "Rename the file.",
                shown: "$ convmv -f latin1 -t utf8 --notest content/roles/"
            ),
            Explanation(
                ProjectReader.sameName,
                "Unicode can write `ü` in two ways. Two files whose names differ in nothing else have one address, and some systems take them for one file.",
                "Rename one of the two.",
                shown: "content/roles/prüfer.md   ü as one letter\ncontent/roles/prüfer.md   u with dots over it"
            ),
            Explanation(
                ProjectReader.unpublishedFile,
                "Notes, documents and data often lie beside pages without being meant for readers. Only what a page can show is published from `content`.",
                "Move the file to `static`, which is copied as it is, if readers are to have it.",
                shown: "content/salaries.xlsx"
            ),
            Explanation(
                ProjectReader.unusedTemplate,
                "A file in `templates` that the theme cannot use is shown nowhere.",
                "Put it into `static`, or give it the name of one of the theme's files.",
                shown: "templates/notes.txt"
            ),
            Explanation(
                ProjectChange.changedMeanwhile,
                "A file that somebody else saved after it was read would lose what they wrote.",
                "Save what is open in editors, and run the command again.",
                shown: "$ handbook rename role \"Data Engineer\" \"Data Platform Engineer\""
            ),
            Explanation(
                ProjectChange.unwritable,
                "Files of a project are changed all together. Where one of them cannot be written, the others are left, or put back, as they were.",
                "Give yourself the right to write to the project's folders.",
                shown: "$ chmod u+w content/roles content/roles/*.md"
            ),
            Explanation(
                NewFile.unwritable,
                "A new page is a file of its own; one that is there is never written over.",
                "Give yourself the right to write to the folder, or choose another name.",
                shown: "$ chmod u+w content/roles"
            ),
            Explanation(
                ProjectReader.brokenLink,
                "A symbolic link that leads nowhere is a file that is missing.",
                "Mend the link, or remove it.",
                shown: "content/roles/tester.md -> ../old/tester.md   (not there)"
            ),
            Explanation(
                ProjectReader.linkOutside,
                "A link out of the project's folder could publish what was never meant to be. Such links are not followed.",
                "Copy the file into the project.",
                shown: "static/key.pem -> ../../private/key.pem"
            ),
            Explanation(
                ProjectReader.linkToFolder,
                "A link to a folder can lead in a circle, and makes two addresses of one page. It is not followed.",
                "Link to single files, or move the folder into the project.",
                shown: "content/shared -> ../../shared"
            ),
        ]
    )

    static let output = RuleGroup(
        "output",
        "The output",
        [
            Explanation(
                OutputPlace.unsafe,
                "A build replaces its output folder. The project's folder, the home folder, or one around them must not be replaced.",
                "Choose a folder of its own with `--output`.",
                shown: "$ handbook build --output public"
            ),
            Explanation(
                OutputPlace.unwritable,
                "The site is built beside the output folder and then put in its place. That takes the right to write to the folder around it.",
                "Choose another folder with `--output`, or give yourself the right.",
                shown: "$ handbook build --output ~/site"
            ),
            Explanation(
                ExistingSite.foreignOutput,
                "A folder with files that handbook did not write is somebody's. It is never replaced.",
                "Choose an empty folder, or empty this one yourself.",
                shown: "$ handbook build --output new-folder"
            ),
            Explanation(
                ExistingSite.notAFolder,
                "A site is a folder. Where a file stands in its place, it is not removed.",
                "Choose another folder with `--output`, or move the file.",
                shown: "$ handbook build --output public"
            ),
            Explanation(
                ExistingSite.collision,
                "A file that somebody put into the output, where the site has one of the same name, would be lost.",
                "Move the file to `static`, if it belongs to the site, or out of the output.",
                shown: "public/robots.txt   not written by handbook\n$ mv public/robots.txt static/"
            ),
            Explanation(
                OutputPlan.conflict,
                "Two files of the site at one path would overwrite each other, and one outside of the output would be written where nobody looks for it.",
                "Rename one of the two files that the finding names.",
                shown: "static/roles/index.html   where the list of roles is written"
            ),
            Explanation(
                Publisher.busy,
                "Two builds that write to one folder at the same time would mix two sites.",
                "Wait until the other build has ended.",
                shown: "$ handbook build   # in two terminals at once"
            ),
            Explanation(
                ExportFile.unwritable,
                "An export is written whole or not at all.",
                "Name a file in a folder that is there and that you may write to.",
                shown: "$ handbook export --format csv --output roles.csv"
            ),
            Explanation(
                NewProject.occupied,
                "`handbook init` overwrites nothing.",
                "Name a folder that is new or empty.",
                shown: "$ handbook init another-folder"
            ),
            Explanation(
                NewProject.unwritable,
                "A new project is written into its folder.",
                "Choose a place that you may write to.",
                shown: "$ handbook init ~/handbook"
            ),
        ]
    )
}
