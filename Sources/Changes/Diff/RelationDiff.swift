import Handbook

extension HandbookDiff {
    static func compareRelations(_ old: Relation, _ new: Relation, _ changes: inout PageChanges) {
        changes.compare(.basis, old.basis.rawValue, new.basis.rawValue)
        changes.compare(.overlap, old.overlap, new.overlap)
        changes.compare(.collaboration, old.collaboration, new.collaboration)
        changes.compareProse(old.page, old.body, new.page, new.body, without: Relation.sections)
    }
}
