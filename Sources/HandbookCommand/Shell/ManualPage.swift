/// A manual page of section 1, in the macros of man(7).
struct ManualPage {
    private let command: CommandLineInfo.Command
    private let version: String

    init(_ command: CommandLineInfo.Command, version: String) {
        (self.command, self.version) = (command, version)
    }

    var text: String {
        let name = command.commandName
        var lines = [
            ".TH \(name.uppercased()) 1 \"\" \"\(version)\" \"User Commands\"",
            ".SH NAME",
            Self.escaped("\(name) - ") + Self.escaped(command.abstract ?? ""),
            ".SH SYNOPSIS",
            ".B \(name)",
            ".I command",
            "[options]",
            ".SH DESCRIPTION",
        ]
        lines += prose(command.discussion ?? "")
        lines.append(".SH COMMANDS")
        for sub in command.subcommands ?? [] where sub.commandName != "help" { lines += section(sub) }
        lines += [".SH FILES"] + Self.files.flatMap { Self.entry(".I \($0.0)", $0.1) }
        lines += [".SH ENVIRONMENT"] + Self.environment.flatMap { Self.entry(".B \($0.0)", $0.1) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let files = [
        ("handbook.yml", "The settings, which all have a default."),
        ("content/", "The pages. The folder says what a page describes: roles, relations, raci, activities, lifecycle, teams, sources."),
        ("templates/", "Files that replace or extend the theme's of the same name."),
        ("static/", "Files that are copied as they are."),
        ("archetypes/", "What new pages are made from."),
        (".handbook/schema/", "The JSON Schemas that editors check settings and front matter by."),
        ("public/", "The site."),
    ]

    private static let environment = [
        (
            "HANDBOOK_PAGEFIND",
            "The program that makes the full-text index; empty for none. Without it, 'pagefind' is looked for on the PATH."
        ),
        ("NO_COLOR", "No colour, when it is not empty."),
        ("TERM", "No colour and no progress, when it is 'dumb'."),
    ]

    private func section(_ sub: CommandLineInfo.Command) -> [String] {
        let arguments = (sub.arguments ?? []).filter { $0.shouldDisplay && !Self.isEverywhere($0) }
        var lines = [".SS \"\(Self.escaped(command.commandName + " " + sub.commandName))\""]
        lines.append(([Self.escaped(sub.commandName)] + arguments.map(Self.usage)).joined(separator: " "))
        lines.append(".PP")
        lines.append(Self.escaped(sub.abstract ?? ""))
        for argument in arguments { lines += Self.entry(".B \(Self.names(argument))", Self.meaning(argument)) }
        if let discussion = sub.discussion { lines += [".PP"] + prose(discussion) }
        return lines
    }

    private static func isEverywhere(_ argument: CommandLineInfo.Argument) -> Bool {
        (argument.names ?? []).contains { ["help", "version"].contains($0.name) }
    }

    private static func usage(_ argument: CommandLineInfo.Argument) -> String {
        let text = argument.kind == "positional" ? escaped(argument.valueName ?? "") : names(argument, all: false)
        return (argument.isOptional ? "[\(text)]" : text) + (argument.isRepeating ? " ..." : "")
    }

    private static func names(_ argument: CommandLineInfo.Argument, all: Bool = true) -> String {
        guard let names = argument.names, !names.isEmpty else { return escaped(argument.valueName ?? "") }
        let long = names.sorted { $0.kind > $1.kind }.map { ($0.kind == "short" ? "-" : "--") + $0.name }
        let shown = (all ? long : Array(long.filter { $0.hasPrefix("--") }.prefix(1))).map(escaped).joined(separator: ", ")
        return argument.kind == "option" ? shown + " " + escaped(argument.valueName ?? "") : shown
    }

    private static func meaning(_ argument: CommandLineInfo.Argument) -> String {
        let said = argument.abstract ?? ""
        guard let value = argument.defaultValue, !value.isEmpty, !said.contains("(default:") else { return said }
        return said + " (default: \(value))"
    }

    private static func entry(_ head: String, _ text: String) -> [String] { [".TP", head, escaped(text)] }

    /// Paragraphs; lines that are set in are shown as they are.
    private func prose(_ text: String) -> [String] {
        var lines: [String] = []
        var isExample = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let isInset = line.hasPrefix("  ")
            if isInset != isExample { lines.append(isInset ? ".RS 4\n.nf" : ".fi\n.RE") }
            isExample = isInset
            lines.append(line.isEmpty ? ".PP" : Self.escaped(String(isInset ? line.dropFirst(2) : line[...])))
        }
        if isExample { lines.append(".fi\n.RE") }
        return lines
    }

    /// Text that troff takes for nothing else.
    static func escaped(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }
}
