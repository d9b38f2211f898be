package fr.faireavec.mail;

import java.util.List;
import java.util.Set;

import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.stereotype.Component;

/**
 * The letters of the sheet that goes are its owner's. One that waits with a secret to
 * come in by is no longer due: it would open nothing; nor is one that waits for both
 * sheets.
 */
@Component
class LetterSheets implements SheetHolder {

	@Override
	public Set<String> given() {
		return Set.of("letter.recipient_id", "notification_refusal.person_id", "weekly_choice.person_id");
	}

	@Override
	public List<Share> shares() {
		return List.of(new Share("admin.reunion.share.letters",
				"""
						SELECT to_char(posted_at AT TIME ZONE 'Europe/Paris', 'DD/MM/YYYY, FMHH24"\u00a0h\u00a0"MI'), NULL::uuid FROM letter
						WHERE recipient_id = :given ORDER BY position"""));
	}

	@Override
	public void give(SheetRows rows) {
		rows.change(
				"""
						UPDATE letter SET state = 'OBSOLETE', secret = NULL, settled_at = :at, problem = 'the sheet was reunited'
						WHERE recipient_id = :given AND state IN ('WAITING', 'RETRY') AND secret IS NOT NULL AND address IS NULL""");
		rows.change(
				"""
						UPDATE letter g SET state = 'OBSOLETE', secret = NULL, settled_at = :at, problem = 'once for one person'
						WHERE g.recipient_id = :given AND g.state IN ('WAITING', 'RETRY') AND g.address IS NULL AND EXISTS (
						  SELECT 1 FROM letter k WHERE k.recipient_id = :kept AND k.address IS NULL
						    AND (k.kind, k.subject_id) = (g.kind, g.subject_id) AND k.state IN ('WAITING', 'IN_PROCESS', 'RETRY')
						    AND replace(k.unique_key, :kept::text, '') = replace(g.unique_key, :given::text, ''))""");
		rows.relink("letter", "recipient_id");
		rows.change("""
				DELETE FROM notification_refusal WHERE person_id = :given AND kind IN
				  (SELECT kind FROM notification_refusal WHERE person_id = :kept)""");
		rows.relink("notification_refusal", "person_id");
		rows.change("""
				DELETE FROM weekly_choice g WHERE g.person_id = :given AND EXISTS (
				  SELECT 1 FROM weekly_choice k WHERE k.person_id = :kept)""");
		rows.relink("weekly_choice", "person_id");
	}

}
