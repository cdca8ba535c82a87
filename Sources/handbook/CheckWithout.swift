import Foundation
import Handbook

extension CheckCommand {
    /// `check --without ROLE`: tells what rests on a role alone.
    func tellVacancy(of name: String) async throws {
        do {
            let (handbook, _) = try await Told.handbook(options.source, output: options.outputFolder)
            let report = VacancyReport(Vacancy(of: try handbook.role(named: name), in: handbook))
            FileHandle.standardOutput.write(Data(report.text.utf8))
        } catch {
            throw Told.failure(error)
        }
    }
}
