package fr.faireavec;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.signin.web.SignedInAs;
import fr.faireavec.testing.Facts;
import fr.faireavec.testing.Forms;
import fr.faireavec.testing.Hand;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.MatrixWorld;
import fr.faireavec.testing.Visitor;
import jakarta.persistence.EntityManager;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Every form within reach is sent with everything said otherwise; all tables are compared
 * before and after: a column or a line that changed stands in the audit.
 */
@IntegrationTest
class WrittenDownTests {

	/** How the audit calls what the schema calls otherwise; with a dot, how it begins. */
	private static final Map<String, String> CALLED = Map.ofEntries(Map.entry("person.given_name", "name"),
			Map.entry("person.family_name", "name"), Map.entry("taxonomy_former_label", "label"),
			Map.entry("setting", "setting."), Map.entry("network_logo", "logo"),
			Map.entry("parcours.closing_reason", "reason"), Map.entry("parcours_facilitator", "facilitator"),
			Map.entry("enrolment.withdrawal_reason", "reason"), Map.entry("enrolment_aimed_level", "levels"),
			Map.entry("collective_session.starts_at", "when"), Map.entry("collective_session.ends_at", "when"),
			Map.entry("individual_meeting.starts_at", "when"), Map.entry("individual_meeting.ends_at", "when"),
			Map.entry("individual_meeting.cancel_reason", "reason"), Map.entry("action_entry", "chosen."),
			Map.entry("logged_action.theme_id", "chosen.THEME"), Map.entry("logged_action.level_id", "chosen.LEVEL"),
			Map.entry("logged_action.instrument_id", "chosen.INSTRUMENT"),
			Map.entry("logged_action.own_theme", "chosen.THEME"), Map.entry("logged_action.own_lever", "chosen.LEVER"),
			Map.entry("logged_action.own_instrument", "chosen.INSTRUMENT"),
			Map.entry("logged_action.own_service_user", "chosen.SERVICE_USER"),
			Map.entry("logged_action.own_role", "chosen.ROLE"),
			Map.entry("logged_action.own_recognition", "chosen.RECOGNITION"),
			Map.entry("logged_action.own_effect", "chosen.EFFECT"),
			Map.entry("logged_action.tied_session_id", "dueBySession"), Map.entry("slot_announcement", "structures"),
			Map.entry("slot_notice", "hours"), Map.entry("message_recipient", "people"));

	/** What the name of the act says by itself: a row without that field is enough. */
	private static final Map<String, String> SAID_BY_THE_ACT = Map.ofEntries(
			Map.entry("account.password_hash", "forgotten: nothing of a password is ever written"),
			Map.entry("account.disabled_at", "closed or opened again, at the row's own moment"),
			Map.entry("person.email_proved_at", "falls with the address, which its row says"),
			Map.entry("funder_reader.removed_at", "removed, at the row's own moment"),
			Map.entry("taxonomy_entry.retired_on", "retired or restored that day"),
			Map.entry("valuation_rate.retired_on", "retired or restored that day"),
			Map.entry("attendance.stay_noted_at", "hours noted, at the row's own moment"),
			Map.entry("bilan_share.ended_at", "taken back, at the row's own moment"),
			Map.entry("scanned_page.session_id", "attached by hand: the row says which day"),
			Map.entry("scanned_page.file", "turned, as the row says"),
			Map.entry("scanned_page.bytes", "follows the picture"),
			Map.entry("scanned_page.page_count", "of the sheet whose page it is: forgotten when the row says another"),
			Map.entry("stored_file", "the picture of a page or a logo, whose row says it"),
			Map.entry("scanned_page", "the row of the act says which page it is"),
			Map.entry("dossier.opened_at", "opened or closed again, at the row's own moment"),
			Map.entry("public_synthesis.closed_at", "closed, at the row's own moment"),
			Map.entry("public_agreement.withdrawn_at", "taken back, at the row's own moment"),
			Map.entry("dossier_part", "with the dossier asked for again or taken away, whose row says it"),
			Map.entry("action_comment.words",
					"a history keeps no words: only that they were said, corrected, taken away"),
			Map.entry("action_comment.corrected_at", "corrected, at the row's own moment"),
			Map.entry("journal_visit", "somebody looked: no act"),
			Map.entry("comment_reading", "somebody looked: no act"),
			Map.entry("comment_digest", "what a letter told, and its own line in the mail log"),
			Map.entry("action_note.words", "a history keeps no note: only that they changed"),
			Map.entry("action_note.written_at", "noted, at the row's own moment"),
			Map.entry("action_note.written_by", "by the row's own author"),
			Map.entry("evidence_authorisation.answer", "given, refused, taken back"),
			Map.entry("evidence_authorisation.answered_at", "given, refused, taken back, at the row's own moment"),
			Map.entry("parcours.status", "started, closed, archived, cancelled"),
			Map.entry("parcours.closed_at", "closed or cancelled, at the row's own moment"),
			Map.entry("enrolment.state", "follows from the day it leaves, the return, the parcours closed or reopened"),
			Map.entry("enrolment.takes_part", "computed from the days it came in, left and came back"),
			Map.entry("mandate.state",
					"follows from the end, the replacement, or what became of structure and parcours"),
			Map.entry("mandate.ends_on", "the day of that act, which its row says"),
			Map.entry("individual_meeting.state", "planned, postponed, held, cancelled"),
			Map.entry("individual_meeting.cancelled_at", "cancelled, at the row's own moment"),
			Map.entry("individual_meeting.shared_notes", "a history keeps no note: only that they changed"),
			Map.entry("individual_meeting.internal_notes", "a history keeps no note: only that they changed"),
			Map.entry("logged_action.awaits_pilot", "follows from who writes"),
			Map.entry("logged_action.library_terms", "follows from its words, its state and its sharing"),
			Map.entry("library_word", "follows from the words of what is shared"),
			Map.entry("declined_completion", "put off or declined: the row says until when"),
			Map.entry("logged_action.confirmed_at", "confirmed, at the row's own moment"),
			Map.entry("logged_action.confirmed_by", "by the row's own author"),
			Map.entry("attendance_enrolment", "for those whose mandate they held that day, as the line's own row"),
			Map.entry("collective_session.state", "fixed, reserved, held, cancelled, asked for by a poll"),
			Map.entry("calendar_entry.tentative", "follows the day, whose row says it"),
			Map.entry("date_poll.closed_at", "closed, decided or given up, at the row's own moment"),
			Map.entry("date_poll.decided_at", "decided, at the row's own moment"),
			Map.entry("date_poll.abandoned_at", "given up, at the row's own moment"),
			Map.entry("date_poll.all_answered_at", "follows the answers, each with its row"),
			Map.entry("date_poll.opened_at", "opened, at the row's own moment"),
			Map.entry("date_poll.opened_by", "by the row's own author"),
			Map.entry("signing_rules", "set for the first time: the row says each of them"),
			Map.entry("day_room", "opened, or gone with a day that moved, by the row's own words"),
			Map.entry("poll_day", "with the poll, whose row says its days and their dates"),
			Map.entry("poll_option.withdrawn_at", "withdrawn, at the row's own moment"),
			Map.entry("poll_option", "with the poll, whose row says its days and their dates"),
			Map.entry("poll_reply", "answered: the row counts what was said, and a history keeps no word of it"),
			Map.entry("poll_answer", "answered: the row counts what was said"),
			Map.entry("calendar_entry.changed_at", "follows the day or the meeting, whose row says it"),
			Map.entry("calendar_entry.sequence", "follows the day or the meeting, whose row says it"),
			Map.entry("calendar_entry.why_said_at", "said, at the row's own moment"),
			Map.entry("calendar_entry.cancelled", "follows the day or the meeting, whose row says it"),
			Map.entry("calendar_entry.starts_at", "follows the day or the meeting, whose row says it"),
			Map.entry("calendar_entry.ends_at", "follows the day or the meeting, whose row says it"),
			Map.entry("calendar_entry.mode", "follows the day or the meeting, whose row says it"),
			Map.entry("calendar_entry.place_mark", "follows the day or the meeting, whose row says it"),
			Map.entry("meeting_slot.meeting_id", "follows the meeting, whose row says when it is"),
			Map.entry("meeting_slot.booked_at", "follows the meeting, at the row's own moment"),
			Map.entry("meeting_slot.ended_at", "withdrawn, at the row's own moment"),
			Map.entry("calendar_entry.minutes_at", "the first time minutes are written, at the row's own moment"),
			Map.entry("journal_nudge", "what a letter asked, and its own line in the mail log"),
			Map.entry("calendar_told", "what a letter said, and its own line in the mail log"),
			Map.entry("calendar_reply", "what the mailbox received: nobody's act here until it is read, which is one"),
			Map.entry("reply.said_by", "by the row's own author, or by the person it names"),
			Map.entry("reply.said_at", "said, at the row's own moment"),
			Map.entry("reply.asked_on", "reminded that day, by the row's own moment"),
			Map.entry("reply.replacement_name", "a history keeps no name of whoever has no account"),
			Map.entry("reply.replacement_organisation", "a history keeps no name of whoever has no account"),
			Map.entry("reply.meals", "for one day and for the animation: a history keeps none of it"),
			Map.entry("reply.access", "for one day and for the animation: a history keeps none of it"),
			Map.entry("pass.ended_at", "closed, or with what it was given on, at the row's own moment"),
			Map.entry("evidence_hold.held_at", "kept, at the row's own moment"),
			Map.entry("evidence_hold.held_by", "by the row's own author"));

	/** Nobody's but its author's until it is sent: not for a history others read. */
	private static final Set<String> PRIVATE = Set.of("audit_row", "action_draft");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private MatrixWorld worlds;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JsonMapper json;

	@Autowired
	private EntityManager entities;

	private int tries;

	private final Set<String> done = new TreeSet<>();

	@ParameterizedTest
	@ValueSource(strings = { "claire.vasseur", "ines.carpentier", "ada.min" })
	void whatChangesIsWrittenDown(String who) {
		this.worlds.build();
		String email = who + "@demo.example";
		Set<String> silent = new TreeSet<>();
		List<Element> forms = Forms.of(new Visitor(this.mvc, this.accounts, email));
		this.entities.flush();
		// All that is written is undone: what was before the first was before each.
		var before = snapshot();
		for (Element form : forms) {
			// One that was taken stands for its kind, whichever parcours or day it is
			// about.
			if (!this.done.contains(Forms.kind(form))) {
				silent.addAll(silentIn(email, form, before));
			}
		}
		assertThat(this.done).hasSizeGreaterThan(10);
		assertThat(silent).isEmpty();
	}

	/** The negative control: a column and a line changed past the activities. */
	@Test
	void whatIsNotWrittenIsNoticed() {
		this.worlds.build();
		var before = snapshot();
		this.jdbc.sql("UPDATE parcours SET territory = 'Ailleurs' WHERE slug = 'nos-sources'").update();
		this.jdbc.sql(
				"DELETE FROM parcours_facilitator WHERE parcours_id = (SELECT id FROM parcours WHERE slug = 'nos-sources')")
			.update();
		assertThat(unwritten("", before, snapshot())).contains(" changes parcours.territory",
				" takes from parcours_facilitator");
	}

	/** Where dates or numbers said otherwise are refused, the rest alone. */
	private List<String> silentIn(String email, Element form, Map<String, Map<String, Map<String, Object>>> before) {
		return onItsOwn(() -> silentIn(email, form, before, Forms.changedThroughout(form)))
			.or(() -> onItsOwn(() -> silentIn(email, form, before, Forms.changed(form))))
			.orElse(List.of());
	}

	private Optional<List<String>> silentIn(String email, Element form,
			Map<String, Map<String, Map<String, Object>>> before, Map<String, Set<String>> changed) {
		var request = this.mvc.post()
			.uri(URI.create(form.attr("action")))
			.with(SignedInAs.account(this.accounts.signingInAs(email).orElseThrow().getId()))
			.with(csrf());
		for (var field : changed.entrySet()) {
			request = request.param(field.getKey(), field.getValue().toArray(String[]::new));
		}
		int status = request.exchange().getResponse().getStatus();
		this.entities.flush();
		String address = Forms.ID.matcher(form.attr("action")).replaceAll("*");
		if (status >= 400) {
			return Optional.empty();
		}
		this.done.add(Forms.kind(form));
		return Optional.of(unwritten(address, before, snapshot()));
	}

	private List<String> unwritten(String address, Map<String, Map<String, Map<String, Object>>> before,
			Map<String, Map<String, Map<String, Object>>> after) {
		List<Map<String, Object>> written = rows(after, "audit_row").entrySet()
			.stream()
			.filter((row) -> !rows(before, "audit_row").containsKey(row.getKey()))
			.map(Map.Entry::getValue)
			.toList();
		Set<String> fields = written.stream()
			.flatMap((row) -> ((Map<?, ?>) Objects.requireNonNull(row.get("changes"))).keySet().stream())
			.map(String::valueOf)
			.collect(Collectors.toSet());
		List<String> silent = new ArrayList<>();
		for (String table : after.keySet()) {
			if (PRIVATE.contains(table)) {
				continue;
			}
			Map<String, Map<String, Object>> was = rows(before, table);
			Map<String, Map<String, Object>> is = rows(after, table);
			Set<String> ids = new TreeSet<>(was.keySet());
			ids.addAll(is.keySet());
			for (String id : ids) {
				Map<String, Object> old = was.get(id);
				Map<String, Object> now = is.get(id);
				if (Objects.equals(old, now)) {
					continue;
				}
				if (old != null && now != null) {
					now.forEach((column, value) -> {
						if (!Objects.equals(old.get(column), value)
								&& (written.isEmpty() || !said(table + "." + column, fields))) {
							silent.add(address + " changes " + table + "." + column);
						}
					});
				}
				else if (written.isEmpty() || (id.startsWith("{") && !said(table, fields))) {
					silent.add(address + ((old == null) ? " adds to " : " takes from ") + table);
				}
			}
		}
		return silent;
	}

	private static boolean said(String what, Set<String> fields) {
		String column = what.substring(what.indexOf('.') + 1);
		String called = CALLED.getOrDefault(what, camel(column.replaceAll("_id$", "")));
		return "version".equals(column) || SAID_BY_THE_ACT.containsKey(what) || fields.stream()
			.anyMatch((field) -> called.endsWith(".") ? field.startsWith(called) : field.equals(called));
	}

	private static String camel(String column) {
		String[] words = column.split("_", -1);
		StringBuilder camel = new StringBuilder(words[0]);
		for (int i = 1; i < words.length; i++) {
			camel.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
		}
		return camel.toString();
	}

	private Map<String, Map<String, Map<String, Object>>> snapshot() {
		return Facts.of(this.jdbc, this.json, "audit_row");
	}

	private static Map<String, Map<String, Object>> rows(Map<String, Map<String, Map<String, Object>>> tables,
			String table) {
		return tables.getOrDefault(table, Map.of());
	}

	private <T> T onItsOwn(Supplier<T> question) {
		this.entities.flush();
		this.entities.clear();
		String mark = "written_" + ++this.tries;
		this.jdbc.sql("SAVEPOINT " + mark).update();
		try {
			return question.get();
		}
		finally {
			this.entities.clear();
			this.jdbc.sql(Hand.undo(mark)).update();
		}
	}

}
