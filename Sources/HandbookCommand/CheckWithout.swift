import Diagnostics
import Foundation
import Handbook

extension CheckCommand {
    /// `check --without ROLE`: tells what rests on a role alone, on standard output. What is wrong with the project is told
    /// on standard error, as without the option, and says how the command ends.
    func tellVacancy(of name: String, _ run: inout ProjectRun, _ project: CheckedProject) throws {
        do {
            let report = VacancyReport(Vacancy(of: try project.handbook.role(named: name), in: project.handbook, project.analysis))
            let text = options.format == .json ? try report.json() : report.text
            FileHandle.standardOutput.write(Data(text.utf8))
        } catch let finding as Diagnostic {
            // A page at fault may be why the name leads nowhere.
            guard run.findings.hasErrors else { throw FindingsOutput.failure(finding) }
            run.fail(finding)
        }
        if run.findings.hasErrors { try run.report(to: FindingsOutput(.human, notes: notes)) }
    }
}
