import Diagnostics
import Foundation
import Handbook

extension CheckCommand {
    /// `check --without ROLE`: tells what rests on a role alone, on standard output. What is wrong with the project is told
    /// on standard error, as without the option, and says how the command ends.
    func tellVacancy(of name: String, _ work: inout Work, _ handbook: Handbook) throws {
        do {
            let report = VacancyReport(Vacancy(of: try handbook.role(named: name), in: handbook, Analysis(handbook)))
            let text = options.format == .json ? try report.json() : report.text
            FileHandle.standardOutput.write(Data(text.utf8))
        } catch let finding as Diagnostic {
            // A page at fault may be why the name leads nowhere.
            guard work.findings.hasErrors else { throw Told.failure(finding) }
            work.fail(finding)
        }
        if work.findings.hasErrors { try work.tell(Telling(.human, notes: notes)) }
    }
}
