/// The rules that bring out a role and its neighbours when its label has the pointer or the focus, or the address names
/// it: three for each number that a role can have in a picture, so that it works without a script.
enum MapFocus {
    static func css(_ roles: Int) -> String {
        guard roles > 0 else { return "" }
        let rules = (1...min(roles, Maps.mostRoles)).map { number in
            ".map-figures:has(.m\(number):is(:hover,:focus-visible)) .n\(number){--near:1}"
                + ".map-figures:has(.m\(number):target) .n\(number){--named:1}.map-figures:has(.m\(number):target) a.m\(number){--self:1}"
        }
        return "\n@layer components{\(rules.joined())}\n"
    }
}
