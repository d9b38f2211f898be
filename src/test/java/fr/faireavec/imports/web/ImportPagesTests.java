package fr.faireavec.imports.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.time.LocalDate;
import java.time.LocalDateTime;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.imports.ImportDrafts;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Spreadsheet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** A cohort comes in whole, after it was shown, or not at all. */
@IntegrationTest
class ImportPagesTests {

	private static final String HEADINGS = "Structure;Statut;SIRET;Commune;Dpt;Prénom pilote;Nom pilote;E-mail pilote;"
			+ "Prénom copilote;Nom copilote;E-mail copilote;Date du mandat;Signataire;Couleur\n";

	private static final String COHORT = HEADINGS
			+ "Café Passerelle;asso;732 829 320 00074;Lens;62;Inès;Carpentier;ines.carpentier@demo.example;Nora;Leclercq;nora@demo.example;;La présidente;vert\n"
			+ "RADIO DES VOISINS;scop;;sourceville;59;Hugo;Lemaire;;;;;15/10/2026;;\n";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ImportDrafts drafts;

	private Person claire;

	private Person ines;

	private Parcours parcours;

	@BeforeEach
	void aParcoursAndADirectory() {
		this.cast.itIs(LocalDateTime.of(2026, 10, 1, 9, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.parcours = this.cast.parcours("Pays de test", LocalDate.of(2026, 9, 1), this.claire);
		this.cast.structure("Radio des Voisins");
		this.cast.flush();
	}

	@Test
	void thePageSaysWhatTheFileHolds() {
		Document page = page(this.mvc.get().uri(address()).with(this.cast.as(this.claire)).exchange(), 200);
		assertThat(page.select("tbody tr")).hasSize(19);
		MvcTestResult model = this.mvc.get().uri(address() + "/modele.csv").with(this.cast.as(this.claire)).exchange();
		assertThat(model).hasStatusOk();
		String text = new String(model.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		assertThat(text).startsWith("\uFEFF\"Structure\";\"Forme juridique\";\"SIRET\"").hasLineCount(2);
		assertThat(Spreadsheet.formulas(text)).isEmpty();
		Document preview = page(send(text), 200);
		assertThat(preview.text()).contains("1 structure à créer", "2 personnes à créer")
			.doesNotContain("laissées de côté");
	}

	@Test
	void thePreviewShowsEveryLineAndWritesNothing() {
		long before = rows();
		MvcTestResult sent = send(COHORT);
		Document page = page(sent, 200);
		assertThat(page.text()).contains("2 lignes lues", "1 structure à créer", "1 structure reconnue",
				"2 personnes à créer", "1 personne déjà connue", "Couleur",
				"Radio des Voisins (par son nom et sa commune)");
		assertThat(page.select("form[action$=confirmation] button").text())
			.isEqualTo("Inscrire 2 structures, 3 personnes");
		assertThat(rows()).isEqualTo(before);
		String statements = String.valueOf(sent.getResponse().getHeader("Server-Timing")).replaceAll("\\D", "");
		assertThat(Integer.parseInt(statements)).isLessThanOrEqualTo(10);
	}

	@Test
	void theConfirmationWritesEverythingOnce() {
		Document preview = page(send(COHORT), 200);
		String draft = draft(preview);
		assertThat(confirm(draft)).hasStatus3xxRedirection()
			.hasRedirectedUrl("/parcours/" + this.parcours.getSlug() + "/structures");
		this.cast.forget();
		assertThat(count("SELECT count(*) FROM structure")).isEqualTo(2);
		assertThat(count("SELECT count(*) FROM enrolment WHERE active_from = '2026-09-01'")).isEqualTo(2);
		assertThat(count("SELECT count(*) FROM individual_meeting")).isEqualTo(4);
		assertThat(count("SELECT count(*) FROM mandate WHERE signatory = 'La présidente' AND signed_on = '2026-09-01'"))
			.isEqualTo(2);
		assertThat(count("SELECT count(*) FROM mandate WHERE signed_on IS NULL AND starts_on = '2026-10-15'"))
			.isEqualTo(1);
		assertThat(count("SELECT count(*) FROM person WHERE email LIKE 'ines%'")).isEqualTo(1);
		assertThat(count(
				"SELECT count(*) FROM audit_row WHERE what = 'imports.done' AND label = '2 structures, 3 personnes'"))
			.isEqualTo(1);
		long after = rows();
		Document again = page(confirm(draft), 422);
		assertThat(again.text()).contains("Cet envoi n’est plus là");
		Document resent = page(send(COHORT), 422);
		assertThat(resent.text()).contains("2 lignes sont refusées", "Déjà inscrite à ce parcours : Café Passerelle");
		assertThat(rows()).isEqualTo(after);
	}

	@Test
	void invitationsLeaveLaterWhenTheAnimationSaysSo() {
		assertThat(this.mvc.post()
			.uri(address() + "/confirmation")
			.with(csrf())
			.with(this.cast.as(this.claire))
			.param("draft", draft(page(send(COHORT), 200)))
			.param("later", "true")).hasStatus3xxRedirection();
		this.cast.forget();
		String letters = "SELECT count(*) FROM letter WHERE kind = 'cohorts.mandated'";
		assertThat(count(letters)).isZero();
		String structures = "/parcours/" + this.parcours.getSlug() + "/structures";
		assertThat(page(this.mvc.get().uri(structures).with(this.cast.as(this.claire)).exchange(), 200).text())
			.contains("3 personnes attendent leur invitation", "Inviter maintenant");
		assertThat(page(
				this.mvc.get().uri("/parcours/" + this.parcours.getSlug()).with(this.cast.as(this.claire)).exchange(),
				200)
			.text()).contains("personnes attendent leur invitation");
		MvcTestResult invited = this.mvc.post()
			.uri(structures + "/invitations")
			.with(csrf())
			.with(this.cast.as(this.claire))
			.exchange();
		assertThat(invited).hasStatus3xxRedirection().hasRedirectedUrl(structures);
		assertThat(String.valueOf(invited.getMvcResult().getFlashMap().get("flash")))
			.contains("cohorts.invited.butSome");
		this.cast.forget();
		assertThat(count(letters)).isEqualTo(2);
		// Hugo has no address: he waits for one, and is written to as soon as it is
		// known.
		assertThat(count("SELECT count(*) FROM mandate WHERE uninvited")).isEqualTo(1);
		assertThat(count("SELECT count(*) FROM audit_row WHERE what = 'mandate.invited'")).isEqualTo(2);
		assertThat(this.mvc.post().uri(structures + "/invitations").with(csrf()).with(this.cast.as(this.claire)))
			.hasStatus3xxRedirection();
		this.cast.forget();
		assertThat(count(letters)).isEqualTo(2);
	}

	/** As Excel writes « CSV Macintosh », under a title and two lines of headings. */
	@Test
	void whatIsWrittenIsWhatThePersonReadsInTheirSpreadsheet() {
		String text = "Cohorte 2026;;;;\rStructure;;Pilote;;Mandat;\rNom;Statut;Prénom;Nom;Signé le;Signataire\r"
				+ "Épicerie de la Gaîté;asso;Zoé;Quérande;30/06/2026;Noël Lefèvre\r";
		Document preview = page(send(this.claire, text.getBytes(Charset.forName("x-MacRoman"))), 200);
		assertThat(preview.text()).contains("Épicerie de la Gaîté", "Zoé Quérande", "laissé de côté : Cohorte 2026")
			.doesNotContain("Colonnes laissées de côté");
		assertThat(confirm(draft(preview))).hasStatus3xxRedirection();
		this.cast.forget();
		assertThat(count("""
				SELECT count(*) FROM mandate m JOIN person p ON p.id = m.person_id
				WHERE p.given_name = 'Zoé' AND p.family_name = 'Quérande' AND m.starts_on = '2026-09-01'
				  AND m.signed_on = '2026-06-30' AND m.signatory = 'Noël Lefèvre'""")).isEqualTo(1);
	}

	/** Inès is nobody's pilot here yet: Claire does not see whose the address is. */
	@Test
	void whoeverHasAnAddressUnderAnotherNameIsAskedAbout() {
		String text = HEADINGS + "Lire Ensemble;asso;;Lens;62;Ivan;Prudhon;ines.carpentier@demo.example\n";
		Document preview = page(send(text), 200);
		assertThat(preview.select("form fieldset .option").text()).contains("Ligne 2", "Ivan Prudhon",
				"ines.carpentier@demo.example", "la personne déjà connue");
		assertThat(preview.text()).doesNotContain("Inès");
		String draft = draft(preview);
		long before = rows();
		assertThat(page(confirm(draft), 422).text()).contains("Dites d’abord").doesNotContain("Inès");
		assertThat(rows()).isEqualTo(before);
		String same = preview.select("input[type=checkbox][name=accepted]").attr("value");
		assertThat(this.mvc.post()
			.uri(address() + "/confirmation")
			.with(csrf())
			.with(this.cast.as(this.claire))
			.param("draft", draft)
			.param("accepted", same)).hasStatus3xxRedirection();
		this.cast.forget();
		assertThat(this.jdbc.sql("SELECT person_id FROM mandate").query(java.util.UUID.class).list())
			.containsExactly(this.ines.getId());
		Document known = page(
				send(HEADINGS + "Radio des Voisins;asso;;Sourceville;59;I.;Prudhon;ines.carpentier@demo.example\n"),
				200);
		assertThat(known.select("form fieldset .option").text()).contains("est bien Inès Carpentier");
	}

	@Test
	void oneRefusedLineWritesNothing() {
		long before = rows();
		Document page = page(send(COHORT + "=Formule;club;123\n"), 422);
		assertThat(page.text()).contains("1 ligne refusée", "commence comme une formule",
				"n’est pas une forme juridique", "Un SIRET compte 14 chiffres");
		assertThat(page.select("form[action$=confirmation]")).isEmpty();
		assertThat(rows()).isEqualTo(before);
	}

	/** A line is put right where it is shown, another left out: then all is confirmed. */
	@Test
	void whatIsRefusedIsCorrectedOnThePage() {
		long before = rows();
		Document page = page(send(COHORT + "Le Fournil;club;;Lens;62;Zoé;Quérande;zoe@demo.example\nSans forme;;\n"),
				422);
		assertThat(page.text()).contains("2 lignes sont refusées", "« club » n’est pas une forme juridique");
		assertThat(page.select("form[action$=correction] [name='cell[4-1]']").val()).isEqualTo("club");
		MvcTestResult tooLong = correct(draft(page), "cell[4-1]", "x".repeat(2_001), "leftOut", "5");
		Document refused = page(tooLong, 422);
		assertThat(refused.getElementById("cell-4-1-error")).isNotNull();
		assertThat(refused.select("[name=leftOut][value=5]").hasAttr("checked")).isTrue();
		Document still = page(correct(draft(refused), "cell[4-1]", "cercle", "leftOut", "5"), 422);
		assertThat(still.text()).contains("1 ligne refusée", "« cercle » n’est pas une forme juridique");
		assertThat(still.select("[name='cell[4-1]']").val()).isEqualTo("cercle");
		Document right = page(correct(draft(still), "cell[4-1]", "association", "cell[4-0]", "Le \"Fournil\"; ici"),
				200);
		assertThat(right.text()).contains("Le \"Fournil\"; ici", "Zoé Quérande").doesNotContain("Sans forme");
		assertThat(rows()).isEqualTo(before);
		assertThat(confirm(draft(right))).hasStatus3xxRedirection();
		this.cast.forget();
		assertThat(count("SELECT count(*) FROM enrolment")).isEqualTo(3);
		assertThat(page(correct(draft(right), "leftOut", "5"), 422).text()).contains("Cet envoi n’est plus là");
	}

	private MvcTestResult correct(String draft, String... fields) {
		var request = this.mvc.post()
			.uri(address() + "/correction")
			.with(csrf())
			.with(this.cast.as(this.claire))
			.param("draft", draft);
		for (int i = 0; i < fields.length; i += 2) {
			request = request.param(fields[i], fields[i + 1]);
		}
		MvcTestResult result = request.exchange();
		this.cast.flush();
		return result;
	}

	@Test
	void everythingIsCheckedAgainWhenConfirmed() {
		String draft = draft(page(send(COHORT), 200));
		this.cast.enrol(this.parcours, this.cast.structure("Cantine Coop"));
		this.jdbc.sql("UPDATE enrolment SET structure_id = (SELECT id FROM structure WHERE name = 'Radio des Voisins')")
			.update();
		this.cast.forget();
		long before = rows();
		Document page = page(confirm(draft), 422);
		assertThat(page.text()).contains("a changé depuis la vérification",
				"Déjà inscrite à ce parcours : Radio des Voisins");
		assertThat(rows()).isEqualTo(before);
	}

	/** It waits an hour, for who was shown it and nobody else. */
	@Test
	void aFileWaitsForItsOwnReaderOnly() {
		String draft = draft(page(send(COHORT), 200));
		assertThat(this.drafts.find(this.claire.getId(), this.parcours.getId(), draft)).contains(COHORT);
		assertThat(this.drafts.find(this.ines.getId(), this.parcours.getId(), draft)).isEmpty();
		assertThat(this.drafts.find(this.claire.getId(), java.util.UUID.randomUUID(), draft)).isEmpty();
		assertThat(this.drafts.find(this.claire.getId(), this.parcours.getId(), "x")).isEmpty();
		this.cast.itIs(java.time.LocalDateTime.of(2099, 1, 1, 9, 0));
		assertThat(this.drafts.find(this.claire.getId(), this.parcours.getId(), draft)).isEmpty();
	}

	@Test
	void othersFindNothingHere() {
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		Enrolment enrolment = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.cast.pilot(enrolment, this.ines, LocalDate.of(2026, 9, 1));
		this.cast.flush();
		for (Person other : new Person[] { malik, this.ines }) {
			assertThat(this.mvc.get().uri(address()).with(this.cast.as(other)).exchange()).hasStatus(404);
			assertThat(this.mvc.get().uri(address() + "/modele.csv").with(this.cast.as(other)).exchange())
				.hasStatus(404);
			assertThat(send(other, COHORT.getBytes(StandardCharsets.UTF_8))).hasStatus(404);
			assertThat(this.mvc.post()
				.uri(address() + "/confirmation")
				.with(csrf())
				.with(this.cast.as(other))
				.param("draft", "x")
				.exchange()).hasStatus(404);
		}
	}

	@Test
	void whateverIsSentNothingBreaks() {
		String huge = "Structure;Statut\n" + "Café;asso\n".repeat(10_000);
		String[] texts = { "", "\0", "Structure", "Structure;Statut\n\"x", "Structure;Statut\n🎉;asso\nx\u0000;asso",
				huge, "Structure;Statut\n" + "x".repeat(10_000) + ";asso", HEADINGS + ";".repeat(5_000) + "x",
				HEADINGS + "A;asso;;;;{0};''{1};a'b@c.fr;<b>;%s;x@y.z;99/99/9999;{2}", "\uFEFF\uFEFF",
				"sep=;\nStructure;Statut\nA;asso" };
		for (String text : texts) {
			assertThat(send(text).getResponse().getStatus()).isIn(200, 422);
		}
		assertThat(send(this.claire, new byte[] { (byte) 0x89, 'P', 'N', 'G', 0, 1, 2 })).hasStatus(422);
		assertThat(this.mvc.post().uri(address()).with(csrf()).with(this.cast.as(this.claire)).exchange())
			.hasStatus(422);
		assertThat(this.mvc.post()
			.uri(address())
			.with(csrf())
			.with(this.cast.as(this.claire))
			.param("file", "texte")
			.exchange()).hasStatus(422);
		assertThat(this.mvc.post()
			.uri(address() + "/confirmation")
			.with(csrf())
			.with(this.cast.as(this.claire))
			.exchange()).hasStatus(422);
	}

	/** Its content would be read: its name says it is meant for something else. */
	@Test
	void aNameThatIsNoTextsIsRefused() {
		for (String name : List.of("cohorte.xls", "cohorte.csv.exe", "cohorte", "csv", "cohorte.html")) {
			MvcTestResult result = this.mvc.post()
				.uri(address())
				.multipart()
				.file(new MockMultipartFile("file", name, "text/csv",
						"nom\nLa Recyclerie".getBytes(StandardCharsets.UTF_8)))
				.with(csrf())
				.with(this.cast.as(this.claire))
				.exchange();
			assertThat(result).as(name).hasStatus(422);
			assertThat(page(result, 422).text()).contains("finit par .xlsx, .csv");
		}
	}

	private String address() {
		return "/parcours/" + this.parcours.getSlug() + "/structures/import";
	}

	/** « Radio des Voisins » is known in Sourceville, however that is written. */
	@Test
	void aNamesakeElsewhereIsAskedAboutAndTheSamePlaceIsRecognised() {
		Document known = page(send(HEADINGS + "Radio des Voisins;asso;;59000 SOURCEVILLE Cedex 2 (59)\n"), 200);
		assertThat(known.text()).contains("1 structure reconnue").doesNotContain("Est-ce une autre structure");
		Document preview = page(send(HEADINGS + "Radio-des-voisins;asso;;Saint-Omer\n"), 200);
		assertThat(preview.select("form .summary.warning").text()).contains("Ligne 2", "Radio des Voisins",
				"Sourceville");
		String draft = draft(preview);
		Document unread = page(confirm(draft), 422);
		assertThat(unread.text()).contains("Rien n’a été écrit", "Est-ce une autre structure");
		assertThat(count("SELECT count(*) FROM structure")).isEqualTo(1);
		String read = preview.select("form input[name=accepted]").attr("value");
		assertThat(this.mvc.post()
			.uri(address() + "/confirmation")
			.with(csrf())
			.with(this.cast.as(this.claire))
			.param("draft", draft)
			.param("accepted", read)).hasStatus3xxRedirection();
		this.cast.forget();
		assertThat(count("SELECT count(*) FROM structure")).isEqualTo(2);
	}

	private MvcTestResult send(String text) {
		return send(this.claire, text.getBytes(StandardCharsets.UTF_8));
	}

	private MvcTestResult send(Person person, byte[] content) {
		return this.mvc.post()
			.uri(address())
			.multipart()
			.file(new MockMultipartFile("file", "cohorte.csv", "text/csv", content))
			.with(csrf())
			.with(this.cast.as(person))
			.exchange();
	}

	private MvcTestResult confirm(String draft) {
		return this.mvc.post()
			.uri(address() + "/confirmation")
			.with(csrf())
			.with(this.cast.as(this.claire))
			.param("draft", draft)
			.exchange();
	}

	private static String draft(Document page) {
		return page.select("input[name=draft]").attr("value");
	}

	private static Document page(MvcTestResult result, int status) {
		assertThat(result).hasStatus(status);
		String html = new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		assertThat(html).doesNotContain("??");
		return Jsoup.parse(html);
	}

	/** Everything an import could write. */
	private long rows() {
		return count(
				"""
						SELECT (SELECT count(*) FROM structure) + (SELECT count(*) FROM enrolment) + (SELECT count(*) FROM mandate)
						  + (SELECT count(*) FROM person) + (SELECT count(*) FROM individual_meeting)
						  + (SELECT count(*) FROM audit_row)""");
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

}
