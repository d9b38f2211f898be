package fr.faireavec;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.accounts.Person;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.Hand;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.MatrixWorld;
import fr.faireavec.testing.MatrixWorld.Who;
import fr.faireavec.testing.MatrixWorld.World;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Every endpoint × everybody: permissions.txt says who may, each handler is asked, and an
 * endpoint nobody listed fails. What is refused reads as if it were not there.
 */
@IntegrationTest
class PermissionMatrixTests {

	private static final Path LISTED = Path.of("src/test/resources/permissions.txt");

	/** A browser's own report of our policy: it changes nothing. */
	private static final String WITHOUT_TOKEN = "POST /securite/rapports";

	/** Kept until it is answered, and counted before it is given. */
	private static final String CHALLENGE = "POST /connexion/cle/options";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private MatrixWorld worlds;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Autowired
	private EntityManager entities;

	@Autowired
	private JdbcClient jdbc;

	private int questions;

	@Test
	void everyEndpointIsListedAndNoOther() {
		assertThat(listed().keySet()).isEqualTo(endpoints());
	}

	@Test
	void everybodyOpensWhatTheyMayAndNothingElse() {
		World world = this.worlds.build();
		assertThat(differences(world, world.own(), listed())).isEmpty();
	}

	/** A pilot meets the objects of another structure of the same parcours. */
	@Test
	void anotherStructuresObjectsAreNotThere() {
		World world = this.worlds.build();
		List<String> open = new ArrayList<>();
		listed().forEach((endpoint, who) -> {
			boolean ofOneStructure = endpoint.contains("{enrolmentId}") || endpoint.contains("{actionId}")
					|| endpoint.contains("rendez-vous/{id}");
			for (Who pilot : List.of(Who.PILOT, Who.COPILOT)) {
				if (ofOneStructure && isOpen(world, world.sameParcours(), endpoint, pilot)) {
					open.add(pilot + " " + endpoint);
				}
			}
		});
		assertThat(open).isEmpty();
	}

	/**
	 * The objects of another parcours under the address of one's own, and objects that
	 * never were.
	 */
	@Test
	void objectsOfAnotherParcoursAreNotThere() {
		World world = this.worlds.build();
		List<String> open = new ArrayList<>();
		listed().keySet().stream().filter((endpoint) -> endpoint.contains("/parcours/{slug}")).forEach((endpoint) -> {
			for (String variable : List.of("enrolmentId", "mandateId", "conventions/id", "rendez-vous/id", "actionId",
					"halfDayId", "feuilles/id", "dossierId", "conventionId")) {
				String name = variable.contains("/") ? variable.substring(0, variable.indexOf('/')) + "/{id}"
						: "{" + variable + "}";
				if (!endpoint.contains(name)) {
					continue;
				}
				for (String foreign : List.of(String.valueOf(world.otherParcours().get(variable)),
						UUID.randomUUID().toString(), "n-importe-quoi")) {
					Map<String, String> mixed = new TreeMap<>(world.own());
					mixed.put(variable, foreign);
					for (Who who : List.of(Who.FACILITATOR, Who.ADMIN, Who.PILOT)) {
						if (isOpen(world, mixed, endpoint, who)) {
							open.add(who + " " + endpoint + " with " + variable + " " + foreign);
						}
					}
				}
			}
		});
		assertThat(open).isEmpty();
	}

	/** Negative control: each rule bent once in the data, and the matrix must notice. */
	@Test
	void aBentRuleIsNoticed() {
		World world = this.worlds.build();
		Map<String, String> bends = new LinkedHashMap<>();
		bends.put("a facilitator slips into another's parcours", """
				INSERT INTO parcours_facilitator SELECT p.id, :other FROM parcours p WHERE p.slug = :slug""");
		bends.put("a mandate outlives its replacement", """
				UPDATE mandate SET starts_on = '2026-09-01', ends_on = '2099-01-01', state = 'ENDED', enrolment_id = (
				  SELECT e.id FROM enrolment e JOIN structure s ON s.id = e.structure_id WHERE s.slug LIKE 'cantine%')
				WHERE person_id = :former""");
		bends.put("a reader is named for the wrong funder", """
				UPDATE funder_reader SET funder_id = (SELECT c.funder_id FROM convention c
				  JOIN parcours p ON p.id = c.parcours_id WHERE p.slug = :slug) WHERE person_id = :reader""");
		bends.put("a closed account is opened", """
				UPDATE account SET disabled_at = NULL WHERE person_id = :disabled""");
		Map<String, Set<Who>> listed = listed();
		// Where each of them shows; the other endpoints would be asked in vain.
		Map<String, Set<Who>> read = new TreeMap<>(listed);
		read.keySet().removeIf((endpoint) -> !endpoint.startsWith("GET /parcours/{slug}"));
		bends.forEach((what, sql) -> nested(() -> {
			var statement = this.jdbc.sql(sql);
			for (var parameter : Map
				.of("other", id(world, Who.OTHER_FACILITATOR), "former", id(world, Who.FORMER_PILOT), "reader",
						id(world, Who.OTHER_FUNDER), "disabled", id(world, Who.DISABLED), "slug",
						(Object) String.valueOf(world.own().get("/parcours/slug")))
				.entrySet()) {
				if (sql.contains(":" + parameter.getKey())) {
					statement = statement.param(parameter.getKey(), parameter.getValue());
				}
			}
			if (what.startsWith("a mandate")) {
				this.jdbc.sql("UPDATE mandate SET state = 'ENDED', ends_on = starts_on WHERE person_id = :p")
					.param("p", id(world, Who.OTHER_PILOT))
					.update();
			}
			assertThat(statement.update()).as(what).isPositive();
			this.entities.clear();
			assertThat(differences(world, world.own(), read).findAny()).as(what).isPresent();
		}));
		Map<String, Set<Who>> unlisted = new TreeMap<>(listed);
		unlisted.remove("GET /parcours/{slug}/historique");
		assertThat(unlisted.keySet()).isNotEqualTo(endpoints());
	}

	/**
	 * What is not for them is on no page they may open: a mark in every column of its
	 * kind is looked for on each. The negative control: whom it is for does meet it.
	 */
	@Test
	void whatIsNotForThemIsOnNoPage() {
		World world = this.worlds.build();
		this.jdbc
			.sql("UPDATE individual_meeting SET internal_notes = 'CANARI-INTERNE', shared_notes = 'CANARI-PARTAGE'")
			.update();
		this.jdbc.sql("UPDATE session_guest SET name = 'CANARI-INVITE ' || id").update();
		this.jdbc.sql("UPDATE mandate SET signatory = 'CANARI-SIGNE', signed_on = starts_on").update();
		this.jdbc.sql("UPDATE logged_action SET description = 'CANARI-ACTION'").update();
		this.jdbc
			.sql("UPDATE person SET family_name = 'CANARI-NOM', email = 'canari-adresse' || id || '@demo.example' "
					+ "WHERE id IN (SELECT person_id FROM mandate)")
			.update();
		this.entities.clear();
		Map<Who, List<String>> never = new LinkedHashMap<>();
		List<String> ofOthers = List.of("CANARI-INTERNE", "CANARI-PARTAGE", "CANARI-INVITE", "CANARI-SIGNE",
				"CANARI-ACTION", "CANARI-NOM", "canari-adresse");
		never.put(Who.FUNDER, ofOthers);
		never.put(Who.OTHER_FUNDER, ofOthers);
		never.put(Who.PILOT, List.of("CANARI-INTERNE"));
		never.put(Who.COPILOT, List.of("CANARI-INTERNE"));
		never.put(Who.ADMIN, List.of("CANARI-INTERNE"));
		List<String> met = new ArrayList<>();
		never.forEach((who,
				marks) -> pages(world, who).forEach((endpoint, body) -> marks.stream()
					.filter(body::contains)
					.forEach((mark) -> met.add(who + " meets " + mark + " on " + endpoint))));
		assertThat(met).isEmpty();
		String read = String.join("", pages(world, Who.FACILITATOR).values());
		assertThat(ofOthers).allSatisfy((mark) -> assertThat(read).contains(mark));
	}

	private Map<String, String> pages(World world, Who who) {
		Map<String, String> pages = new TreeMap<>();
		listed().forEach((endpoint, may) -> {
			// An invitation says whose it is to whoever bears it; the room, who is
			// expected there to whoever has its code.
			if (endpoint.startsWith("GET") && may.contains(who) && !endpoint.contains("/invitation/")
					&& !endpoint.contains(" /salle/")) {
				nested(() -> pages.put(endpoint, new String(
						ask(world, world.own(), endpoint, who).getContentAsByteArray(), StandardCharsets.UTF_8)));
			}
		});
		return pages;
	}

	/** A form without its token changes nothing. */
	@Test
	void noFormIsTakenWithoutItsToken() {
		World world = this.worlds.build();
		List<String> taken = new ArrayList<>();
		listed().keySet()
			.stream()
			.filter((endpoint) -> endpoint.startsWith("POST") && !endpoint.equals(WITHOUT_TOKEN))
			.forEach((endpoint) -> nested(() -> {
				var request = this.mvc.post()
					.uri(URI.create(address(endpoint, world.own(), world)))
					.with(this.cast.as(person(world, Who.FACILITATOR)));
				if (request.exchange().getResponse().getStatus() != 403) {
					taken.add(endpoint);
				}
			}));
		assertThat(taken).isEmpty();
	}

	/** Whoever only reads, signed in nowhere, leaves no session behind. */
	@Test
	void nobodysReadingMakesNoSession() {
		World world = this.worlds.build();
		List<String> kept = new ArrayList<>();
		Stream
			.concat(listed().keySet().stream().filter((endpoint) -> endpoint.startsWith("GET")),
					Stream.of("GET /nulle/part", "GET /parcours/nulle-part", "GET /connexion?au-revoir",
							"GET /favicon.ico"))
			.forEach((endpoint) -> nested(() -> {
				int before = sessions();
				var answer = this.mvc.get()
					.uri(URI.create(address(endpoint, world.own(), world)))
					.accept("text/html")
					.exchange()
					.getResponse();
				if (sessions() != before || answer.getCookie("session") != null) {
					kept.add(endpoint);
				}
			}));
		assertThat(kept).isEmpty();
		// The control: asking for a letter does open one.
		int before = sessions();
		this.mvc.post().uri("/connexion").with(csrf()).param("email", "quelqu-un@demo.example").exchange();
		assertThat(sessions()).isEqualTo(before + 1);
	}

	/** Nor whoever sends the doors a form that leads nowhere, however often. */
	@Test
	void nobodysFormThatLeadsNowhereMakesNoSession() {
		List<String> kept = new ArrayList<>();
		List<String> open = listed().entrySet()
			.stream()
			.filter((endpoint) -> endpoint.getValue().contains(Who.ANONYMOUS))
			.map(Map.Entry::getKey)
			.filter((endpoint) -> endpoint.startsWith("POST") && !endpoint.equals(CHALLENGE))
			.toList();
		assertThat(open).hasSizeGreaterThan(8);
		for (String endpoint : open) {
			for (String typed : List.of("", "quelque chose", "123456")) {
				nested(() -> {
					int before = sessions();
					var request = this.mvc.post()
						.uri(URI.create(endpoint.substring(5).replaceAll("\\{[^}]+}", "nulle-part")))
						.accept("text/html")
						.with(csrf());
					for (String field : List.of("email", "username", "code", "password", "maniere")) {
						request = request.param(field, typed);
					}
					var answer = request.exchange().getResponse();
					if (sessions() != before || answer.getCookie("session") != null) {
						kept.add(endpoint + " « " + typed + " »");
					}
				});
			}
		}
		assertThat(kept).isEmpty();
	}

	private int sessions() {
		return this.jdbc.sql("SELECT count(*) FROM spring_session").query(Integer.class).single();
	}

	/** Asks endpoint by endpoint, and no further than it is read. */
	private Stream<String> differences(World world, Map<String, String> objects, Map<String, Set<Who>> expected) {
		return expected.entrySet().stream().flatMap((listed) -> {
			Set<Who> open = EnumSet.noneOf(Who.class);
			for (Who who : Who.values()) {
				if (isOpen(world, objects, listed.getKey(), who)) {
					open.add(who);
				}
			}
			return open.equals(listed.getValue()) ? Stream.empty()
					: Stream.of(listed.getKey() + " is open to " + open + ", listed " + listed.getValue());
		});
	}

	private boolean isOpen(World world, Map<String, String> objects, String endpoint, Who who) {
		boolean[] open = new boolean[1];
		nested(() -> {
			MockHttpServletResponse response = ask(world, objects, endpoint, who);
			int status = response.getStatus();
			String location = String.valueOf(response.getHeader("Location"));
			boolean sentToTheDoor = status == 302 && location.endsWith("/connexion")
					&& !endpoint.contains("/invitation/");
			assertThat(status).as(who + " " + endpoint).isLessThan(500);
			open[0] = status != 404 && status != 403 && !sentToTheDoor;
			if (!open[0]) {
				assertThat(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8))
					.as(who + " " + endpoint)
					.doesNotContain(MatrixWorld.CANARY);
			}
		});
		return open[0];
	}

	private MockHttpServletResponse ask(World world, Map<String, String> objects, String endpoint, Who who) {
		HttpMethod method = HttpMethod.valueOf(endpoint.substring(0, endpoint.indexOf(' ')));
		var request = this.mvc.method(method).uri(URI.create(address(endpoint, objects, world)));
		if (!HttpMethod.GET.equals(method)) {
			request = request.with(csrf());
		}
		if (who != Who.ANONYMOUS) {
			request = request.with(this.cast.as(person(world, who)));
		}
		return request.exchange().getResponse();
	}

	private static String address(String endpoint, Map<String, String> objects, World world) {
		String address = endpoint.substring(endpoint.indexOf(' ') + 1);
		List<Map.Entry<String, String>> longestFirst = objects.entrySet()
			.stream()
			.sorted(Comparator.comparingInt((entry) -> -entry.getKey().length()))
			.toList();
		for (Map.Entry<String, String> variable : longestFirst) {
			String key = variable.getKey();
			int slash = key.lastIndexOf('/');
			String placed = (slash < 0) ? "{" + key + "}"
					: key.substring(0, slash) + "/{" + key.substring(slash + 1) + "}";
			address = address.replace(placed,
					(slash < 0) ? variable.getValue() : key.substring(0, slash) + "/" + variable.getValue());
		}
		return address.replace("{token}", world.token()) + carrying(endpoint);
	}

	/** Each question is asked on its own: what it did is taken back. */
	private void nested(Runnable asked) {
		this.entities.flush();
		this.entities.clear();
		String mark = "question_" + ++this.questions;
		this.jdbc.sql("SAVEPOINT " + mark).update();
		try {
			asked.run();
		}
		finally {
			this.jdbc.sql(Hand.undo(mark)).update();
			this.entities.clear();
		}
	}

	private static Person person(World world, Who who) {
		var person = world.people().get(who);
		if (person == null) {
			throw new IllegalArgumentException(who + " is nobody");
		}
		return person;
	}

	private static Object id(World world, Who who) {
		return person(world, who).getId();
	}

	private Set<String> endpoints() {
		Set<String> endpoints = new TreeSet<>();
		for (RequestMappingInfo info : this.mappings.getHandlerMethods().keySet()) {
			for (String pattern : info.getPatternValues()) {
				if (!"/error".equals(pattern)) {
					Set<String> methods = info.getMethodsCondition()
						.getMethods()
						.stream()
						.map(Enum::name)
						.collect(Collectors.toSet());
					(methods.isEmpty() ? Set.of("ANY") : methods)
						.forEach((method) -> endpoints.add(method + " " + pattern));
				}
			}
		}
		return endpoints;
	}

	/**
	 * What a request must carry for the question to be about who, and not about a missing
	 * answer.
	 */
	private static String carrying(String endpoint) {
		return lines().filter((parts) -> parts[0].strip().equals(endpoint) && parts.length > 2)
			.map((parts) -> "?" + parts[2].strip())
			.findFirst()
			.orElse("");
	}

	private static Stream<String[]> lines() {
		try {
			return Files.readAllLines(LISTED)
				.stream()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> line.split("\\|", 3));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Map<String, Set<Who>> listed() {
		Map<String, Set<Who>> listed = new TreeMap<>();
		lines().forEach((parts) -> {
			Set<Who> may = EnumSet.noneOf(Who.class);
			Arrays.stream(parts[1].strip().split("\\s+", -1))
				.filter((word) -> !word.isEmpty())
				.forEach((word) -> may.add(Who.valueOf(word)));
			listed.put(parts[0].strip(), may);
		});
		return listed;
	}

}
