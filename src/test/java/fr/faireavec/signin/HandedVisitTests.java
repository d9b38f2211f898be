package fr.faireavec.signin;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.Device;
import fr.faireavec.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Claire passes links on that open what Inès sees: whoever uses them is a guest, neither
 * in Inès's place nor for longer than Claire runs the parcours.
 */
@IntegrationTest
class HandedVisitTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Inviting inviting;

	@Autowired
	private AccountKeeping keeping;

	@Autowired
	private JdbcClient jdbc;

	private Person claire;

	private Person ines;

	@BeforeEach
	void aPilotOfHers() {
		this.cast.itIs(START.atTime(9, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.cast.pilot(
				this.cast.enrol(this.cast.parcours("Les Sources", START, this.claire), this.cast.structure("Fournil")),
				this.ines, START);
		this.cast.flush();
	}

	@Test
	void guestsTakeNeitherTheirHostsTriesNorTheirRoom() {
		List<Device> own = new ArrayList<>();
		for (int i = 0; i < Connections.MOST; i++) {
			own.add(herself(i));
		}
		this.clock.moveTo(this.clock.instant().plus(Duration.ofHours(2)));
		Device first = guest();
		assertThat(first.isSignedIn()).isTrue();
		int came = 1;
		while (came < 80 && guest().isSignedIn()) {
			came++;
		}
		assertThat(came).as("counted all the same").isEqualTo(60);
		assertThat(first.isSignedIn()).as("one at a time").isFalse();
		assertThat(this.jdbc.sql("SELECT count(*) FROM spring_session_attributes WHERE attribute_name = 'handed'")
			.query(Integer.class)
			.single()).isEqualTo(1);
		assertThat(own).allMatch(Device::isSignedIn);
		assertThat(herself(Connections.MOST).isSignedIn()).isTrue();
	}

	@Test
	void aGuestLeavesWithWhoeverLetThemIn() {
		Device guest = guest();
		assertThat(guest.get("/parcours/les-sources/journal")).hasStatusOk();
		Device own = herself(1);
		this.keeping.disable(this.claire.getId());
		this.cast.forget();
		assertThat(guest.isSignedIn()).isFalse();
		assertThat(own.isSignedIn()).isTrue();
		this.keeping.enable(this.claire.getId());
		this.cast.forget();
		assertThat(guest.isSignedIn()).as("for good").isFalse();
	}

	@Test
	void aGuestOfNobodyKnownIsOut() {
		for (byte[] badly : new byte[][] { "btrue".getBytes(StandardCharsets.UTF_8),
				"sclaire".getBytes(StandardCharsets.UTF_8) }) {
			Device guest = guest();
			assertThat(guest.isSignedIn()).isTrue();
			this.jdbc
				.sql("UPDATE spring_session_attributes SET attribute_bytes = :bytes WHERE attribute_name = 'handed'")
				.param("bytes", badly)
				.update();
			assertThat(guest.isSignedIn()).isFalse();
		}
	}

	@Test
	void aGuestStaysHalfADayWhateverTheSessionSays() {
		Device guest = guest();
		this.jdbc.sql("DELETE FROM spring_session_attributes WHERE attribute_name = 'longest'").update();
		opened(11);
		assertThat(guest.isSignedIn()).isTrue();
		opened(2);
		assertThat(guest.isSignedIn()).isFalse();
	}

	/** So many hours earlier than it says. */
	private void opened(int hours) {
		this.jdbc.sql("UPDATE spring_session SET creation_time = creation_time - :more")
			.param("more", hours * 3_600_000L)
			.update();
	}

	private Device guest() {
		String link = Impersonation.giving(this.claire, () -> this.inviting.issueLink(this.ines.getId()));
		this.cast.forget();
		Device guest = new Device(this.mvc, "198.51.100.7");
		guest.post("/invitation/" + link);
		this.cast.forget();
		return guest;
	}

	private Device herself(int browser) {
		Device own = new Device(this.mvc, "198.51.100." + (10 + browser));
		own.post("/connexion/mot-de-passe", "username", "ines.carpentier@demo.example", "password", Cast.PASSWORD);
		this.cast.forget();
		return own;
	}

}
