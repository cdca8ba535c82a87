import Diagnostics
import Foundation
import Handbook

extension CheckCommand {
    /// `check --without ROLE`: writes what depends on a role alone to standard output. Errors in the project are written to
    /// standard error and set the exit status, as without the option.
    func reportVacancy(of name: String, _ run: inout ProjectRun, _ project: CheckedProject) throws {
        do {
            let report = VacancyReport(Vacancy(of: try project.handbook.role(named: name), in: project.handbook, project.analysis))
            let text = options.format == .json ? report.json : report.text
            FileHandle.standardOutput.write(Data(text.utf8))
        } catch {
            // A page with an error may be why the name is unknown.
            guard run.findings.hasErrors else { throw FindingsOutput.failure(error) }
            run.fail(error)
        }
        if run.findings.hasErrors { try run.report(to: FindingsOutput(.human, notes: notes)) }
    }
}
