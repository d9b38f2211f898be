package fr.faireavec.signing;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;

import org.springframework.stereotype.Component;

/**
 * What somebody signed. It is evidence, as the line it stands on: kept until its term
 * ({@link SignatureExpiry}).
 */
@Component
class SigningData implements PersonalDataHolder {

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.signatures", """
				SELECT h.starts_at AS "half_day.starts_at",
				       s.signed_at AS "signature.signed_at", s.strokes AS "signature.strokes",
				       s.written AS "signature.written", s.with_account AS "signature.with_account",
				       s.shared AS "signature.shared", s.remote AS "signature.remote"
				FROM signature s JOIN attendance a ON a.id = s.attendance_id JOIN half_day h ON h.id = s.half_day_id
				WHERE a.person_id = :person ORDER BY h.starts_at, s.id"""),
				new Excerpt("privacy.section.meetingSignatures", """
						SELECT m.starts_at AS "individual_meeting.starts_at",
						       s.signed_at AS "meeting_signature.signed_at", s.strokes AS "meeting_signature.strokes",
						       s.written AS "meeting_signature.written"
						FROM meeting_signature s JOIN individual_meeting m ON m.id = s.meeting_id
						WHERE s.person_id = :person ORDER BY m.starts_at, s.id"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(new Fate("privacy.fate.signatures", """
				SELECT (SELECT count(*) FROM signature s JOIN attendance a ON a.id = s.attendance_id
				          WHERE a.person_id = :person)
				  + (SELECT count(*) FROM meeting_signature WHERE person_id = :person)""", "privacy.kept.evidence"));
	}

	/** The term decides, the same night or years later. */
	@Override
	public void erase(Subject subject, Instant at) {
	}

}
