import Mustache

extension MustacheTemplate.Error {
    /// What is wrong, as the end of a sentence; the library has no words of its own for it.
    var words: String {
        switch self {
        case .sectionCloseNameIncorrect: "a section ends under another name than it began"
        case .unfinishedName: "a tag is not closed, or its name is not one"
        case .expectedSectionEnd: "a section is not closed"
        case .invalidSetDelimiter: "a tag that sets delimiters is not one"
        case .transformAppliedToInheritanceSection: "a block takes no transform"
        case .illegalTokenInsideInheritSection, .textInsideInheritSection: "a template that is filled holds blocks alone"
        case .invalidConfigVariableSyntax, .unrecognisedConfigVariable: "a setting of the template is not known"
        }
    }
}
