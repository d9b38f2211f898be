package fr.faireavec.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.PersonName;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.testing.DemoTest;
import fr.faireavec.testing.Forms;
import fr.faireavec.testing.Hand;
import fr.faireavec.testing.Hand.Answer;
import fr.faireavec.testing.Visitor;
import jakarta.persistence.EntityManager;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What nobody sees, or takes for something else, in every text of every form within
 * reach, all its texts at once: refused beside its field, or stored clean. Then every
 * text of the database is read.
 */
@DemoTest
@TestPropertySource(properties = "faireavec.test=unseen")
@DirtiesContext
@Transactional
class UnseenCharactersTests {

	/** Nobody sees these: no text holds them, or spaces alone, whoever typed it. */
	private static final String UNSEEN = "[\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u200B-\\u200F"
			+ "\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\u2800\\u3164\\uFEFF\\uFFA0]|^[\\s\\u00A0\\u202F]+$";

	/** What was typed here, however it was drawn. */
	private static final String MARK = "[Mm\\uFF2D\\uFF4D][a\\u0430][r\\u0440]que1[0-9]{2}";

	private static final Pattern HAS_MARK = Pattern.compile(MARK);

	private static final Pattern HAS_UNSEEN = Pattern.compile(UNSEEN);

	/** Only what nobody sees: nothing was typed. */
	private static final String NOTHING = "\u200B\u00AD\u202E\uFEFF\u00A0\u202F\u2060";

	/** A name, in which {n} tells the fields of a form apart. */
	private static final List<String> TYPED = List.of(
			// Zero-width and soft signs, marks that turn, an accent apart, spaces that
			// join: at the beginning, inside, at the end.
			"\uFEFF\u202E\u00A0\u200B\u202F\u00ADZoe\u0301\u200B Ma\u00ADrque{n}\u00A0vu\u202Fde\u202E\u2067pre\u0300s\u202C\uFEFF\u00AD\u200B\u00A0\u202F",
			// Drawn wide: as a keyboard has them in a name, as they are elsewhere.
			"\uFF3Aoe\u0301 Marque{n}", "Zoé Ma\u0440que{n}", "\u2026Zoé\u2026 Marque{n}\u2026");

	private static final List<String> MAILBOXES = List.of(
			"\uFEFF\u202F\u200Bma\u00ADrque{n}\u200B@demo.example\u202E\u00A0\u00AD", "\uFF4Darque{n}@demo.example",
			"m\u0430rque{n}@demo.example", "marque{n}\u2026@demo.example");

	/** Some of what forms fill, of every room: what this test must have seen stored. */
	private static final Set<String> FILLED = Set.of("audit_row.label", "person.given_name", "person.family_name",
			"person.email", "structure.name", "structure.commune", "structure.sector", "funder.name", "funder.mention",
			"funder.territory", "convention.number", "parcours.name", "parcours.territory", "parcours.closing_reason",
			"enrolment.withdrawal_reason", "collective_session.title", "collective_session.minutes",
			"individual_meeting.purpose", "individual_meeting.shared_notes", "individual_meeting.internal_notes",
			"session_guest.name", "session_guest.organisation", "mandate.signatory", "logged_action.title",
			"logged_action.description", "logged_action.learning", "narrative_section.words", "taxonomy_entry.label",
			"valuation_rate.label", "setting.value", "address_change.new_address");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private EntityManager entities;

	private final List<String> wrong = new ArrayList<>();

	private final Set<String> filled = new TreeSet<>();

	private String everyText = "";

	@BeforeEach
	void lookForTexts() {
		this.everyText = String.join(" UNION ALL ", this.jdbc.sql("""
				SELECT format('SELECT %L, %I::text FROM %I WHERE %I::text ~ :sought', table_name || '.' || column_name,
				              column_name, table_name, column_name)
				FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
				WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
				  AND data_type IN ('text', 'character varying', 'jsonb') ORDER BY 1""").query(String.class).list());
	}

	@Test
	void everyTextIsCleanOrRefusedBesideItsField() {
		assertThat(texts(UNSEEN)).as("before anybody types").isEmpty();
		Set<String> kinds = new HashSet<>();
		for (String who : List.of("claire.vasseur", "ines.carpentier", "admin")) {
			Hand hand = new Hand(this.mvc, this.accounts, this.jdbc, this.entities, who + "@demo.example");
			int turn = 0;
			for (Element form : Forms.briefly(hand.visitor())) {
				if (!texted(form).isEmpty() && kinds.add(Visitor.wholeKind(form.attr("action")))) {
					int first = ++turn;
					hand.onItsOwn(() -> type(hand, form, (field) -> 0));
					hand.onItsOwn(() -> type(hand, form, (field) -> 1 + (first + field) % (TYPED.size() - 1)));
					hand.onItsOwn(() -> typeNothing(hand, form));
				}
			}
		}
		assertThat(this.wrong).isEmpty();
		assertThat(this.filled).containsAll(FILLED);
	}

	/** What is refused is put right, as somebody would, so that the rest is stored. */
	private void type(Hand hand, Element form, IntUnaryOperator kind) {
		Map<String, String> typed = new LinkedHashMap<>();
		for (Element field : texted(form)) {
			int n = typed.size();
			List<String> kinds = isMailbox(field) ? MAILBOXES : TYPED;
			typed.put(field.attr("name"), kinds.get(kind.applyAsInt(n)).replace("{n}", Integer.toString(100 + n)));
		}
		boolean righted;
		do {
			Answer answer = send(hand, form, typed);
			judge(form, typed, answer);
			righted = answer.status() == 422 && typed.keySet().removeIf((name) -> answer.beside(name) != null);
		}
		while (righted);
	}

	private void typeNothing(Hand hand, Element form) {
		Map<String, String> typed = new LinkedHashMap<>();
		List<String> needed = new ArrayList<>();
		for (Element field : texted(form)) {
			typed.put(field.attr("name"), NOTHING);
			if (field.hasAttr("required")) {
				needed.add(field.attr("name"));
			}
		}
		Answer answer = send(hand, form, typed);
		judge(form, typed, answer);
		if (answer.status() < 400 && !needed.isEmpty()) {
			this.wrong.add(form.attr("action") + " takes nothing for something in " + needed);
		}
		needed.stream()
			.filter((name) -> answer.status() == 422 && answer.beside(name) == null)
			.distinct()
			.forEach((name) -> this.wrong.add(form.attr("action") + " says nothing beside " + name));
	}

	private void judge(Element form, Map<String, String> typed, Answer answer) {
		String what = form.attr("action") + " answers " + answer.status() + " to " + spelled(typed.values());
		if (answer.status() >= 500 || answer.status() == 400 || answer.status() == 429) {
			this.wrong.add(what);
		}
		if (answer.status() == 422 && !answer.hasWord()) {
			this.wrong.add(what + " without a word");
		}
		if (answer.status() < 400) {
			texts(UNSEEN + "|" + MARK).forEach((where, text) -> {
				boolean ours = HAS_MARK.matcher(text).find();
				if (ours) {
					this.filled.add(where);
				}
				if (HAS_UNSEEN.matcher(text).find() || (ours && !isPromised(where, text, typed.values()))) {
					this.wrong.add(what + " and keeps " + spelled(List.of(text)) + " in " + where);
				}
			});
		}
	}

	private static boolean isPromised(String where, String text, Collection<String> typed) {
		return where.endsWith(".slug") ? text.matches("[a-z0-9-]+")
				: typed.stream().flatMap((one) -> promised(one).stream()).anyMatch(text::contains);
	}

	/** What each kind of field makes of a text; a name may refuse it. */
	private static Set<String> promised(String typed) {
		Set<String> promised = new LinkedHashSet<>(List.of(CleanText.line(typed), CleanText.prose(typed),
				CleanText.compact(typed).toLowerCase(java.util.Locale.ROOT)));
		try {
			promised.add(PersonName.read("name", typed));
		}
		catch (Refusal refused) {
			// Then no name is stored at all.
		}
		promised.remove("");
		return promised;
	}

	private Map<String, String> texts(String sought) {
		Map<String, String> texts = new LinkedHashMap<>();
		this.jdbc.sql(this.everyText).param("sought", sought).query((row) -> {
			texts.merge(row.getString(1), row.getString(2), (one, other) -> one + "\n" + other);
		});
		return texts;
	}

	private static Answer send(Hand hand, Element form, Map<String, String> typed) {
		Map<String, String> all = Forms.filled(form);
		form.select("select:not([required]):has(option[value=''])")
			.forEach((choice) -> all.put(choice.attr("name"), ""));
		all.putAll(typed);
		return hand.send(form, all);
	}

	/** Where somebody writes words: no number, no choice, no secret. */
	private static List<Element> texted(Element form) {
		return form.select("textarea[name], input[name][type=text], input[name][type=email], input[name][type=search]")
			.stream()
			.filter((field) -> field.attr("inputmode").isEmpty() || isMailbox(field))
			.filter((field) -> !field.hasAttr("autocomplete") || !field.attr("autocomplete").contains("code"))
			.toList();
	}

	private static boolean isMailbox(Element field) {
		return "email".equals(field.attr("type"));
	}

	private static String spelled(Collection<String> texts) {
		StringBuilder spelled = new StringBuilder();
		String.join(" | ", texts)
			.codePoints()
			.forEach((c) -> spelled.append((c > 0x7E) ? "\\u%04X".formatted(c) : Character.toString(c)));
		return spelled.substring(0, Math.min(300, spelled.length()));
	}

}
