package fr.faireavec.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import fr.faireavec.accounts.Person;
import fr.faireavec.testing.MatrixWorld.Who;
import fr.faireavec.testing.MatrixWorld.World;

/**
 * A form of {@link MatrixWorld} that makes something new: what is typed in it, and what
 * is said otherwise once it came back.
 */
public final class CreateForm {

	/** The parcours they are filled in for. */
	public static final String OURS = "/parcours/nos-sources";

	private final String address;

	private final String table;

	private String page;

	private final Map<String, String> typed = new LinkedHashMap<>();

	private Map<String, String> other = Map.of();

	private String blamed = "";

	private Map<String, String> clashing = Map.of();

	private boolean shownFirst;

	private CreateForm(String address, String table) {
		this.address = address;
		this.page = address;
		this.table = table;
	}

	/** All there are. */
	public static Stream<CreateForm> all(World world) {
		String enrolment = String.valueOf(world.own().get("enrolmentId"));
		String action = String.valueOf(world.own().get("actionId"));
		return Stream.of(
				new CreateForm(OURS + "/journal/nouvelle-action", "logged_action").typed("structure", enrolment)
					.typed("title", "Un café")
					.then("title", "Un thé"),
				new CreateForm(OURS + "/journal/" + action + "/echanges", "action_comment").typed("words", "Bravo")
					.then("words", "Bravo encore"),
				new CreateForm("/structures/nouvelle", "structure").typed("name", "Ferme du Marais")
					.typed("siret", "73282932000074")
					.then("name", "Fermette", "siret", "")
					.refused("siret", "name", "Fermes"),
				new CreateForm(OURS + "/structures", "enrolment").typed("structure", "")
					.typed("name", "Verger des Buttes")
					.typed("siret", "35600000000048")
					.then("name", "Rucher des Buttes", "siret", "")
					.refused("siret", "name", "Rucher"),
				new CreateForm(OURS + "/structures/" + enrolment + "/mandats", "mandate")
					.on(OURS + "/structures/" + enrolment + "/mandats/nouveau?role=COPILOT")
					.typed("givenName", "Élise")
					.typed("familyName", "Caron")
					.typed("email", "elise@demo.example")
					.then("givenName", "Luc", "familyName", "Fontaine", "email", "luc@demo.example")
					.refused("email", "givenName", "Luc", "familyName", "Fontana", "email", "luc@demo.example"),
				new CreateForm("/parcours/nouveau", "parcours").typed("name", "Pays neuf")
					.then("name", "Pays d’à côté"),
				new CreateForm(OURS + "/conventions/nouvelle", "convention").typed("number", "N-2")
					.then("number", "N-3")
					.refused("number", "amount", "12,5"),
				new CreateForm("/financeurs/nouveau", "funder").typed("name", "Région Neuve")
					.then("name", "Région Autre")
					.refused("name", "mention", "Avec le soutien"),
				new CreateForm("/administration/listes/effets", "taxonomy_entry").typed("label", "Fierté")
					.then("label", "Entraide"),
				new CreateForm("/administration/listes/taux", "valuation_rate").typed("label", "SMIC")
					.typed("eurosPerHour", "12,5")
					.typed("validFrom", "2026-12-01")
					.typed("source", "Décret")
					.then("validFrom", "2026-12-02")
					.refused("validFrom", "eurosPerHour", "13"),
				new CreateForm(OURS + "/rendez-vous", "individual_meeting").typed("purpose", "Préparer l’assemblée")
					.then("purpose", "Préparer la fête"),
				new CreateForm(OURS + "/seances/1/emargement/invites", "session_guest")
					.on(OURS + "/seances/1/emargement")
					.typed("name", "Lucie")
					.then("name", "Lucien"),
				new CreateForm(OURS + "/messages/nouveau", "cohort_message").typed("subject", "Le train est supprimé")
					.typed("words", "On démarre à 10 h.")
					.then("subject", "Le train est revenu")
					.shownFirst(),
				new CreateForm(OURS + "/seances/1/intervenants/nouveau", "guest_speaker").typed("name", "Anna Serre")
					.then("name", "Paul Vidal"),
				new CreateForm(OURS + "/bilan/publication", "bilan").on(OURS + "/bilan")
					.typed("haste", "Vite")
					.typed("kind", "INTERMEDIAIRE")
					.then("kind", "FINAL"),
				new CreateForm("/administration/comptes/nouveau", "letter").typed("givenName", "Samir")
					.typed("familyName", "Haddad")
					.typed("email", "samir@demo.example")
					.then("givenName", "Yann", "familyName", "Delcroix", "email", "yann@demo.example"));
	}

	private CreateForm on(String page) {
		this.page = page;
		return this;
	}

	private CreateForm typed(String name, String value) {
		this.typed.put(name, value);
		return this;
	}

	private CreateForm then(String... fields) {
		this.other = pairs(fields);
		return this;
	}

	private CreateForm refused(String blamed, String... fields) {
		this.blamed = blamed;
		this.clashing = pairs(fields);
		return this;
	}

	private CreateForm shownFirst() {
		this.shownFirst = true;
		return this;
	}

	private static Map<String, String> pairs(String... fields) {
		Map<String, String> pairs = new LinkedHashMap<>();
		for (int i = 0; i < fields.length; i += 2) {
			pairs.put(fields[i], fields[i + 1]);
		}
		return pairs;
	}

	/** Where it is sent. */
	public String address() {
		return this.address;
	}

	/** Where it is found. */
	public String page() {
		return this.page;
	}

	/** The table where what it makes is counted. */
	public String table() {
		return this.table;
	}

	public Map<String, String> typed() {
		return this.typed;
	}

	/** What makes it another thing. */
	public Map<String, String> other() {
		return this.other;
	}

	/** The field to blame when there is no place for another; none where there is. */
	public String blamed() {
		return this.blamed;
	}

	/** What clashes with what was made. */
	public Map<String, String> clashing() {
		return this.clashing;
	}

	/** Whether a page stands between the form and what it makes: Back leads there. */
	public boolean isShownFirst() {
		return this.shownFirst;
	}

	public Person filledInBy(World world) {
		Who who = this.address.startsWith("/administration") ? Who.ADMIN : Who.FACILITATOR;
		return Objects.requireNonNull(world.people().get(who));
	}

	@Override
	public String toString() {
		return this.address;
	}

}
