package fr.faireavec.signin;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

import fr.faireavec.FaireAvecApplication;
import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Person;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.Device;
import fr.faireavec.testing.IntegrationTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many at once, two instances at once, known and unknown: what is written here is
 * committed, in the database of the other tests of that kind.
 */
@IntegrationTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@TestPropertySource(properties = "faireavec.tests=two-at-once")
class SignInAtOnceTests {

	private static final int AT_ONCE = 50;

	private static final int ROUNDS = 200;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private AccountKeeping keeping;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Inviting inviting;

	@Autowired
	private Letters letters;

	@Autowired
	private SignInLookup lookup;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Environment environment;

	@Test
	void fiftyUsesOfOneLinkOpenOneSession() throws Exception {
		Person ines = person();
		Device phone = new Device(this.mvc);
		phone.post("/connexion", "email", String.valueOf(ines.getEmail()));
		String link = "/connexion/lien/" + this.letters.last("signin.code", ines.getId()).split("\n", 2)[0];
		atOnce((n) -> phone.copy().post(link).getResponse().getStatus());
		assertThat(sessions(ines)).isEqualTo(1);
	}

	@Test
	void fiftyUsesOfOneCodeOpenOneSession() throws Exception {
		Person ines = person();
		Device phone = new Device(this.mvc);
		phone.post("/connexion", "email", String.valueOf(ines.getEmail()));
		String code = this.letters.last("signin.code", ines.getId()).split("\n", 2)[1];
		atOnce((n) -> phone.copy().post("/connexion/code", "code", code).getResponse().getStatus());
		assertThat(sessions(ines)).isEqualTo(1);
	}

	@Test
	void fiftyUsesOfOneInvitationOpenOneSession() throws Exception {
		Person ines = person();
		String token = this.inviting.issueLink(ines.getId());
		atOnce((n) -> new Device(this.mvc).post("/invitation/" + token).getResponse().getStatus());
		assertThat(sessions(ines)).isEqualTo(1);
	}

	/** A thousand wrong codes at once are five. */
	@Test
	void wrongCodesAtOnceAreCountedOneByOne() throws Exception {
		Person ines = person();
		Device phone = new Device(this.mvc, "192.0.2.31");
		phone.post("/connexion", "email", String.valueOf(ines.getEmail()));
		String code = this.letters.last("signin.code", ines.getId()).split("\n", 2)[1];
		String wrong = code.equals("123456") ? "123457" : "123456";
		atOnce((n) -> phone.copy().post("/connexion/code", "code", wrong).getResponse().getStatus());
		phone.post("/connexion/code", "code", code);
		assertThat(sessions(ines)).isZero();
	}

	/** A button pressed twice: the last one counts, and the page says so. */
	@Test
	void changesOfAddressAskedForAtOnceAreOne() throws Exception {
		Person ines = person();
		Device phone = new Device(this.mvc);
		phone.post("/connexion/mot-de-passe", "username", String.valueOf(ines.getEmail()), "password", Cast.PASSWORD);
		atOnce((n) -> phone.copy()
			.post("/mon-compte/courriel", "email", "autre-" + n + "@demo.example")
			.getResponse()
			.getStatus());
		assertThat(this.jdbc.sql("SELECT count(*) FROM address_change WHERE person_id = :person")
			.param("person", ines.getId())
			.query(Integer.class)
			.single()).isEqualTo(1);
		assertThat(phone.get("/mon-compte")).hasStatusOk();
	}

	@Test
	void twoInstancesShareSessionsAndLimits() throws Exception {
		Person ines = person();
		String email = String.valueOf(ines.getEmail());
		Device phone = new Device(this.mvc);
		phone.post("/connexion/mot-de-passe", "username", email, "password", Cast.PASSWORD);
		assertThat(phone.isSignedIn()).isTrue();
		Device thief = new Device(this.mvc);
		Person hugo = person();
		for (int i = 0; i < 10; i++) {
			thief.post("/connexion/mot-de-passe", "username", String.valueOf(hugo.getEmail()), "password", "raté");
		}
		try (ConfigurableApplicationContext second = second(); HttpClient client = HttpClient.newHttpClient()) {
			String base = "http://localhost:" + second.getEnvironment().getProperty("local.server.port");
			assertThat(get(client, base + "/mon-compte", phone.cookie("session")).statusCode()).isEqualTo(200);
			HttpResponse<String> door = get(client, base + "/connexion", null);
			String cookie = door.headers().firstValue("Set-Cookie").orElseThrow().replaceAll("^([^;]*).*", "$1");
			String token = Jsoup.parse(door.body()).select("input[name=_csrf]").getFirst().val();
			HttpResponse<String> refused = client
				.send(HttpRequest.newBuilder(URI.create(base + "/connexion/mot-de-passe"))
					.header("Cookie", cookie)
					.header("Content-Type", "application/x-www-form-urlencoded")
					.POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token + "&username="
							+ URLEncoder.encode(String.valueOf(hugo.getEmail()), StandardCharsets.UTF_8)
							+ "&password=rate"))
					.build(), HttpResponse.BodyHandlers.ofString());
			assertThat(refused.statusCode()).isEqualTo(429);
			second.getBean(Connections.class).endAll(this.accounts.ofPerson(ines.getId()).orElseThrow().getId());
		}
		assertThat(phone.isSignedIn()).isFalse();
	}

	/**
	 * Two hundred each, taken in turn: neither comes first more often than chance allows.
	 */
	@Test
	@Tag("bench")
	void aLetterTakesAsLongForAnAddressNobodyHas() {
		List<Person> people = people(20);
		double chance = firstOfTwo(
				(n) -> () -> new Device(this.mvc, network(n)).post("/connexion", "email",
						String.valueOf(people.get(n % 20).getEmail())),
				(n) -> () -> new Device(this.mvc, network(n)).post("/connexion", "email",
						"personne" + n % 20 + "@demo.example"));
		assertThat(chance).isBetween(0.25, 0.75);
	}

	@Test
	@Tag("bench")
	void aPasswordTakesAsLongForAnAddressNobodyHas() {
		List<Person> people = people(20);
		double chance = firstOfTwo(
				(n) -> () -> new Device(this.mvc, network(n)).post("/connexion/mot-de-passe", "username",
						String.valueOf(people.get(n % 20).getEmail()), "password", "ce n’est pas celui-là"),
				(n) -> () -> new Device(this.mvc, network(n)).post("/connexion/mot-de-passe", "username",
						"personne" + n % 20 + "@demo.example", "password", "ce n’est pas celui-là"));
		assertThat(chance).isBetween(0.25, 0.75);
	}

	/**
	 * With the real Argon2: without the work for nobody, one would take a tenth of the
	 * other.
	 */
	@Test
	@Tag("bench")
	void theWorkIsDoneForNobodyToo() {
		PasswordCheck check = new PasswordCheck(this.lookup, new Argon2PasswordEncoder(16, 32, 1, 19456, 2));
		Person ines = person();
		this.jdbc.sql("UPDATE account SET password_hash = :hash WHERE person_id = :id")
			.param("hash", PasswordCheck.encoded(new Argon2PasswordEncoder(16, 32, 1, 19456, 2), Cast.PASSWORD))
			.param("id", ines.getId())
			.update();
		Person without = person();
		this.jdbc.sql("UPDATE account SET password_hash = NULL WHERE person_id = :id")
			.param("id", without.getId())
			.update();
		double known = Double.MAX_VALUE;
		double nobody = Double.MAX_VALUE;
		double none = Double.MAX_VALUE;
		for (int round = 0; round < 12; round++) {
			known = Math.min(known, taken(() -> check.opens(String.valueOf(ines.getEmail()), "raté")));
			nobody = Math.min(nobody, taken(() -> check.opens("personne@demo.example", "raté")));
			none = Math.min(none, taken(() -> check.opens(String.valueOf(without.getEmail()), "raté")));
		}
		assertThat(nobody / known).isBetween(0.3, 3.3);
		assertThat(none / known).isBetween(0.3, 3.3);
		assertThat(check.opens(String.valueOf(ines.getEmail()), Cast.PASSWORD)).isPresent();
	}

	/**
	 * Mann and Whitney's U as a chance: how often one of the first kind takes longer than
	 * one of the second.
	 */
	private static double firstOfTwo(IntFunction<Runnable> first, IntFunction<Runnable> second) {
		double[] one = new double[ROUNDS];
		double[] two = new double[ROUNDS];
		for (int n = -30; n < ROUNDS; n++) {
			int round = Math.floorMod(n, ROUNDS);
			boolean turn = n % 2 == 0;
			double a = turn ? taken(first.apply(round)) : 0;
			double b = taken(second.apply(round));
			a = turn ? a : taken(first.apply(round));
			one[round] = a;
			two[round] = b;
		}
		long wins = 0;
		for (double a : one) {
			for (double b : two) {
				wins += (a > b) ? 1 : 0;
			}
		}
		return (double) wins / ROUNDS / ROUNDS;
	}

	private static double taken(Runnable attempt) {
		long start = System.nanoTime();
		attempt.run();
		return System.nanoTime() - start;
	}

	private static String network(int n) {
		return "10.7." + n + ".1";
	}

	private void atOnce(IntFunction<Integer> attempt) throws Exception {
		CyclicBarrier together = new CyclicBarrier(AT_ONCE);
		List<Future<Integer>> answers = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < AT_ONCE; i++) {
				int n = i;
				Callable<Integer> task = () -> {
					together.await();
					return attempt.apply(n);
				};
				answers.add(threads.submit(task));
			}
		}
		for (Future<Integer> answer : answers) {
			assertThat(answer.get()).isLessThan(500);
		}
	}

	private int sessions(Person person) {
		return this.jdbc.sql("SELECT count(*) FROM spring_session WHERE principal_name = :account")
			.param("account", this.accounts.ofPerson(person.getId()).orElseThrow().getId().toString())
			.query(Integer.class)
			.single();
	}

	private List<Person> people(int count) {
		List<Person> people = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			people.add(person());
		}
		return people;
	}

	private Person person() {
		// A name has a letter: of figures alone it would be none.
		String name = "n" + UUID.randomUUID().toString().substring(0, 13);
		return java.util.Objects.requireNonNull(this.transaction.execute((status) -> {
			Person person = this.keeping.register(new AccountKeeping.Name("Inès", name), name + "@demo.example");
			this.inviting.givePassword(person, Cast.PASSWORD);
			return person;
		}));
	}

	private ConfigurableApplicationContext second() {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--faireavec.demo=false",
				"--faireavec.jobs=false", "--faireavec.argon2.memory-kib=64", "--faireavec.argon2.passes=1"));
		for (String shared : List.of("spring.datasource.url", "spring.datasource.username",
				"spring.datasource.password", "faireavec.secret")) {
			arguments.add("--" + shared + "=" + this.environment.getProperty(shared));
		}
		return new SpringApplicationBuilder(FaireAvecApplication.class).run(arguments.toArray(String[]::new));
	}

	private static HttpResponse<String> get(HttpClient client, String address,
			@org.jspecify.annotations.Nullable String session) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html");
		if (session != null) {
			request.header("Cookie", "session=" + session);
		}
		return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
