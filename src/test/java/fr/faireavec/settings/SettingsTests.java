package fr.faireavec.settings;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.Map;

import javax.imageio.ImageIO;

import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.StaleEdit;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the installation decides: defaults, limits, who changed what. */
@IntegrationTest
class SettingsTests {

	private static final String PAGE = "/administration/reglages";

	@Autowired
	private Settings settings;

	@Autowired
	private SettingsKeeping keeping;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person ada;

	@BeforeEach
	void somebody() {
		this.pages = new Pages(this.mvc, this.cast);
		this.ada = this.cast.administrator("Ada", "Min");
	}

	@Test
	void whatNobodyChoseHasItsDefault() {
		assertThat(this.settings.keep(Retention.REFUSED_CANDIDATURES)).isEqualTo(Period.ofYears(1));
		assertThat(this.settings.keep(Retention.IDLE_ACCOUNTS)).isEqualTo(Period.ofYears(3));
		assertThat(this.settings.keep(Retention.ATTENDANCE)).isEqualTo(Period.ofYears(5));
		assertThat(this.settings.keep(Retention.MAIL_LOG)).isEqualTo(Period.ofMonths(6));
		assertThat(this.settings.keep(Retention.AUDIT_LOG)).isEqualTo(Period.ofYears(5));
		assertThat(this.settings.say(Wording.NETWORK_NAME)).isEqualTo("Faire avec");
		assertThat(this.settings.say(Wording.DATA_CONTACT)).isEmpty();
	}

	@Test
	void theDefaultsAreWithinTheirLimits() {
		for (Retention retention : Retention.values()) {
			assertThat(retention.allows(retention.otherwise())).isTrue();
			assertThat(retention.allows(retention.least() - 1)).isFalse();
			assertThat(retention.allows(retention.most() + 1)).isFalse();
		}
	}

	@Test
	void beyondTheLimitsNothingIsKept() {
		assertThatThrownBy(() -> this.keeping.decide(0, Map.of(), Map.of(Retention.MAIL_LOG, 25)))
			.isInstanceOf(Refusal.class);
		assertThatThrownBy(() -> this.keeping.decide(0, Map.of(Wording.NETWORK_NAME, "x".repeat(121)), Map.of()))
			.isInstanceOf(Refusal.class);
		assertThatThrownBy(() -> this.keeping.decide(7, Map.of(), Map.of(Retention.MAIL_LOG, 12)))
			.isInstanceOf(StaleEdit.class);
		assertThat(rows()).isZero();
	}

	@Test
	void thePageKeepsThemAndTheAuditTellsIt() {
		assertThat(decide("0", "Le réseau d’ici", "12")).hasRedirectedUrl(PAGE);
		assertThat(this.settings.say(Wording.NETWORK_NAME)).isEqualTo("Le réseau d’ici");
		assertThat(this.settings.keep(Retention.MAIL_LOG)).isEqualTo(Period.ofMonths(12));
		assertThat(rows()).isEqualTo(2);
		assertThat(this.pages.read(PAGE, this.ada).select("#mailLog").val()).isEqualTo("12");
		assertThat(this.pages.read("/administration/audit?quoi=settings", this.ada).select(".history").text()).contains(
				"Réglages modifiés", "nom du réseau : « Faire avec » → « Le réseau d’ici »",
				"journal des lettres, gardé (mois) : « 6 » → « 12 »");
		assertThat(decide("1", "Le réseau d’ici", "12")).hasRedirectedUrl(PAGE);
		assertThat(this.jdbc.sql("SELECT count(*) FROM audit_row WHERE what = 'settings.decided'")
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void everyMistakeIsSaidBesideItsFieldAndNothingIsLost() {
		MvcTestResult result = this.pages.post(PAGE, this.ada, "version", "0", "networkName", "", "contactEmail", "non",
				"postalAddress", "12 rue des Sources\n59000 Sourceville", "refusedCandidatures", "4", "idleAccounts",
				"trois", "attendance", "5", "mailLog", "6", "auditLog", "");
		assertThat(result).hasStatus(422);
		Document page = Pages.document(result);
		assertThat(page.select("#networkName-error").text()).contains("nécessaire");
		assertThat(page.select("#contactEmail-error").text()).contains("adresse complète");
		assertThat(page.select("#refusedCandidatures-error").text()).contains("entre 1 et 3");
		assertThat(page.select("#idleAccounts-error").text()).contains("nombre entier");
		assertThat(page.select("#auditLog-error").text()).contains("nécessaire");
		assertThat(page.select("#idleAccounts").val()).isEqualTo("trois");
		assertThat(page.select("#postalAddress").text()).contains("rue des Sources");
		assertThat(rows()).isZero();
	}

	@Test
	void twoWhoDecideAtOnceSeeBothTexts() {
		decide("0", "Le réseau d’ici", "12");
		MvcTestResult second = decide("0", "Le réseau de là", "6");
		assertThat(second).hasStatus(409);
		assertThat(Pages.document(second).select("tbody td").eachText()).contains("Le réseau d’ici", "Le réseau de là");
		assertThat(this.settings.say(Wording.NETWORK_NAME)).isEqualTo("Le réseau d’ici");
	}

	/** Given, refused beside its field, shown on what is printed, taken away. */
	@Test
	void theLogoOfTheNetworkIsShownOnDocuments() throws IOException {
		String address = PAGE + "/logo";
		assertThat(this.pages.read(PAGE, this.ada).select("a[href='" + address + "']")).hasSize(1);
		assertThat(this.pages.read(address, this.ada).select("main img, form[action$=retrait]")).isEmpty();
		assertThat(this.pages.get(address + ".png", this.ada)).hasStatus(404);
		assertThat(this.pages.upload(address, this.ada, "file", "logo.png", new byte[0])).hasStatus(422);
		MvcTestResult odd = this.pages.upload(address, this.ada, "file", "../logo.png",
				"<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
		assertThat(odd).hasStatus(422);
		assertThat(Pages.document(odd).select("#file-error").text()).contains("n’est pas une image");
		assertThat(this.pages.upload(address, this.ada, "file", "logo.png", picture(Color.ORANGE)))
			.hasRedirectedUrl(address);
		assertThat(this.pages.read(address, this.ada).select("main img").attr("alt")).isEqualTo("Logo de Faire avec");
		assertThat(this.pages.get(address + ".png", this.ada)).hasStatusOk()
			.headers()
			.hasValue("X-Content-Type-Options", "nosniff")
			.hasHeaderSatisfying("Content-Disposition", (said) -> assertThat(said.getFirst()).startsWith("attachment"))
			.hasHeaderSatisfying("Content-Security-Policy", (said) -> assertThat(said.toString()).contains("sandbox"));
		assertThat(this.pages.upload(address, this.ada, "file", "logo.png", picture(Color.GREEN)))
			.hasRedirectedUrl(address);
		assertThat(files()).as("the former one is gone").isOne();
		assertThat(this.pages.read("/administration/audit?quoi=settings", this.ada).select(".history").text())
			.contains("Réglages modifiés", "logo :");
		assertThat(this.pages.post(address + "/retrait", this.ada)).hasRedirectedUrl(address);
		assertThat(this.pages.post(address + "/retrait", this.ada)).as("once more").hasRedirectedUrl(address);
		assertThat(files()).isZero();
		assertThat(this.pages.get(address + ".png", this.ada)).hasStatus(404);
	}

	private int files() {
		return this.jdbc.sql("SELECT count(*) FROM stored_file").query(Integer.class).single();
	}

	private static byte[] picture(Color colour) throws IOException {
		BufferedImage image = new BufferedImage(60, 160, BufferedImage.TYPE_INT_RGB);
		image.setRGB(10, 10, colour.getRGB());
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		ImageIO.write(image, "png", file);
		return file.toByteArray();
	}

	private MvcTestResult decide(String version, String name, String months) {
		return this.pages.post(PAGE, this.ada, "version", version, "networkName", name, "contactEmail", "",
				"postalAddress", "", "dataContact", "", "refusedCandidatures", "1", "idleAccounts", "3", "attendance",
				"5", "mailLog", months, "auditLog", "5");
	}

	private int rows() {
		return this.jdbc.sql("SELECT count(*) FROM setting").query(Integer.class).single();
	}

}
