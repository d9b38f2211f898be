package fr.faireavec.signing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Person;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A whole room behind one address, over the network: forty phones seen for the first
 * time, all at once. What is written here is committed, hence the database of
 * {@code TwoAtOnceTests}.
 */
@IntegrationTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@TestPropertySource(properties = "faireavec.tests=two-at-once")
class FortyPhonesTests {

	private static final int PHONES = 40;

	/** How often one address may guess in a quarter of an hour. */
	private static final int GUESSES = 60;

	private static final LocalDate DAY = LocalDate.of(2026, 10, 8);

	private static final String DRAWN = "10,10 120,200;300,50 500,190";

	@LocalServerPort
	private int port;

	@Autowired
	private Cast cast;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private Rooms rooms;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	private final List<String> names = new ArrayList<>();

	private String room;

	@BeforeEach
	void aRoom() {
		String round = "Q" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");
		this.cast.itIs(DAY.minusDays(7).atTime(10, 0));
		Parcours parcours = Objects.requireNonNull(this.transaction.execute((status) -> {
			Person claire = this.cast.facilitator("Claire", round);
			Parcours made = this.cast.parcours("Parcours " + round, DAY.minusDays(7), claire);
			for (int i = 0; i < PHONES; i++) {
				String name = "Pilote" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
				this.cast.pilot(this.cast.enrol(made, this.cast.structure(name + " " + round)),
						this.cast.person(name, round), DAY.minusDays(7));
				this.names.add(name + " " + round);
			}
			this.cast.flush();
			return made;
		}));
		this.scheduling.schedule(parcours.getId(), 1, 0,
				new SessionPlan(List.of(TimeSlot.of(DAY, LocalTime.of(9, 30), LocalTime.of(12, 30))), Mode.PRESENTIEL,
						"Val-des-Sources", "", ""));
		this.room = "/salle/" + this.rooms.codeOf(parcours.getId(), 1);
		this.cast.itIs(DAY.atTime(9, 20));
	}

	/**
	 * Each opens the room, finds its name, presses twice: forty signatures, none refused.
	 */
	@Test
	void fortyPhonesBehindOneAddressPass() throws Exception {
		CyclicBarrier together = new CyclicBarrier(PHONES);
		List<Phone> phones = new ArrayList<>();
		try (ExecutorService people = Executors.newFixedThreadPool(PHONES)) {
			List<Future<Phone>> signing = this.names.stream().map((name) -> people.submit(() -> {
				together.await();
				Phone phone = new Phone();
				Document list = phone.read(this.room);
				String own = list.select("a.name-row")
					.stream()
					.filter((row) -> row.text().contains(name))
					.findFirst()
					.orElseThrow()
					.attr("href");
				Document frame = phone.read(own);
				Map<String, String> fields = Map.of("_csrf", frame.select("form [name=_csrf]").val(), "person",
						frame.select("[name=person]").val(), "half", "1", "strokes", DRAWN);
				together.await();
				phone.said.add(phone.send(this.room, fields).statusCode());
				phone.said.add(phone.send(this.room, fields).statusCode());
				return phone;
			})).toList();
			for (Future<Phone> one : signing) {
				phones.add(one.get());
			}
		}
		assertThat(phones).allSatisfy((phone) -> assertThat(phone.said).containsExactly(200, 200, 302, 302));
		assertThat(this.jdbc.sql("""
				SELECT a.person_name, count(*) AS times FROM signature s JOIN attendance a ON a.id = s.attendance_id
				WHERE a.person_name IN (:names) GROUP BY a.person_name""")
			.param("names", this.names)
			.query((row, n) -> row.getInt("times"))
			.list()).hasSize(PHONES).containsOnly(1);
		assertThat(this.jdbc.sql("""
				SELECT count(DISTINCT s.phone_id) FROM signature s JOIN attendance a ON a.id = s.attendance_id
				WHERE a.person_name IN (:names)""").param("names", this.names).query(Integer.class).single())
			.as("phones")
			.isEqualTo(PHONES);
	}

	/**
	 * 128 bits drawn at random; whoever tries others is stopped, and the room goes on.
	 */
	@Test
	void aCodeIsNotGuessedAndTheRoomGoesOn() throws Exception {
		assertThat(this.room).matches("/salle/[A-Za-z0-9_-]{22}");
		Phone guessing = new Phone();
		for (int i = 0; i < GUESSES; i++) {
			assertThat(guessing.get("/salle/" + "%022d".formatted(i)).statusCode()).isEqualTo(404);
		}
		assertThat(guessing.get("/salle/" + "x".repeat(22)).statusCode()).isEqualTo(429);
		assertThat(new Phone().read(this.room).select("a.name-row")).as("from the same address").hasSize(PHONES);
	}

	/** A browser of its own. */
	private final class Phone {

		private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

		private final List<Integer> said = new ArrayList<>();

		HttpResponse<String> get(String address) throws IOException, InterruptedException {
			return this.client.send(HttpRequest.newBuilder(uri(address)).build(),
					HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
		}

		Document read(String address) throws IOException, InterruptedException {
			HttpResponse<String> answer = get(address);
			this.said.add(answer.statusCode());
			return Jsoup.parse(answer.body());
		}

		HttpResponse<String> send(String address, Map<String, String> fields) throws IOException, InterruptedException {
			String body = fields.entrySet()
				.stream()
				.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
				.collect(Collectors.joining("&"));
			return this.client.send(HttpRequest.newBuilder(uri(address))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString(body))
				.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
		}

		private URI uri(String address) {
			return URI.create("http://localhost:" + FortyPhonesTests.this.port + address);
		}

	}

}
