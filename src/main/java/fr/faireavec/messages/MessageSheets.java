package fr.faireavec.messages;

import java.util.List;
import java.util.Set;

import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.stereotype.Component;

/** A message that both sheets were sent was sent to one person, once. */
@Component
class MessageSheets implements SheetHolder {

	@Override
	public Set<String> given() {
		return Set.of("cohort_message.author_id", "message_recipient.person_id");
	}

	@Override
	public List<Share> shares() {
		return List.of(new Share("admin.reunion.share.messages", """
				SELECT concat_ws(', ', m.subject, p.name), m.parcours_id FROM cohort_message m
				JOIN parcours p ON p.id = m.parcours_id WHERE m.author_id = :given ORDER BY m.sent_at, m.subject"""),
				new Share("admin.reunion.share.messagesReceived", """
						SELECT DISTINCT concat_ws(', ', m.subject, p.name), m.parcours_id FROM message_recipient r
						JOIN cohort_message m ON m.id = r.message_id JOIN parcours p ON p.id = m.parcours_id
						WHERE r.person_id = :given"""));
	}

	@Override
	public void give(SheetRows rows) {
		rows.move("cohort_message", "author_id");
		rows.change("""
				DELETE FROM message_recipient g WHERE g.person_id = :given AND EXISTS (SELECT FROM message_recipient k
				  WHERE k.person_id = :kept AND k.message_id = g.message_id AND k.enrolment_id = g.enrolment_id)""");
		rows.relink("message_recipient", "person_id");
	}

}
