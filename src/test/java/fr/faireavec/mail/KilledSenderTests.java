package fr.faireavec.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sender is killed in the middle of its work and started again. No letter may be
 * lost; one may arrive twice where the kill fell between the server's « 250 » and the
 * commit that notes it, and then bears the Message-ID it had.
 */
class KilledSenderTests {

	private static final int LETTERS = 40;

	@Test
	void nothingIsLostAfterAFewKills() throws Exception {
		assertThat(lostAfter(Integer.getInteger("faireavec.kills.few", 3))).isZero();
	}

	@Test
	@Tag("faults")
	void nothingIsLostAfterManyKills() throws Exception {
		assertThat(lostAfter(Integer.getInteger("faireavec.kills", 200))).isZero();
	}

	/** Negative control: the test above would see a loss. */
	@Test
	void notingTheResultBeforeSendingLosesLetters() throws Exception {
		assertThat(lostAfter(2, "careless")).isPositive();
	}

	/**
	 * Two senders at a time, killed again and again: what follows never overtakes, as the
	 * letter that takes a date away never reaches anybody before the one that gave it.
	 */
	@Test
	void whatIsInOrderArrivesInOrderAfterKills() throws Exception {
		TestDatabase made = TestDatabase.migrated();
		PostOffice.Address database = new PostOffice.Address(made.url(), made.user(), made.password());
		Random random = new Random(20260102);
		try (BadServer server = new BadServer();
				PostOffice office = PostOffice.smtp(database, Map.of(), PostOffice.sender(server.port()),
						new PostOffice.Hello())) {
			UUID person = office.person("Inès", "ines@demo.example");
			int kills = Integer.getInteger("faireavec.kills.few", 3);
			for (int round = 1; round <= kills; round++) {
				for (int i = 0; i < LETTERS; i++) {
					office.post(Posting.of(PostOffice.KIND, person, UUID.randomUUID()).inOrder("calendar"));
				}
				Process one = launch(database, server.port(), round);
				Process other = launch(database, server.port(), round);
				try {
					Thread.sleep(random.nextInt(20, 250));
				}
				finally {
					one.destroyForcibly().waitFor();
					other.destroyForcibly().waitFor();
				}
			}
			office.clock.moveTo(office.clock.instant().plus(Duration.ofHours(kills + 1L)));
			office.send();
			assertThat(lost(office, server, 2 * kills)).isZero();
			assertThat(server.messageIds().stream().map((line) -> line.substring(line.indexOf('<'))).distinct())
				.containsExactlyElementsOf(ids(office, "ORDER BY position"));
		}
	}

	private static int lostAfter(int kills, String... arguments) throws Exception {
		TestDatabase made = TestDatabase.migrated();
		PostOffice.Address database = new PostOffice.Address(made.url(), made.user(), made.password());
		Random random = new Random(20260101);
		try (BadServer server = new BadServer();
				PostOffice office = PostOffice.smtp(database, Map.of(), PostOffice.sender(server.port()),
						new PostOffice.Hello())) {
			UUID person = office.person("Inès", "ines@demo.example");
			for (int round = 1; round <= kills; round++) {
				for (int i = 0; i < LETTERS; i++) {
					office.post(Posting.of(PostOffice.KIND, person, UUID.randomUUID()));
				}
				Process sender = launch(database, server.port(), round, arguments);
				try {
					if (arguments.length > 0) {
						server.plays(BadServer.Part.SLOW);
						server.awaitVisitor();
					}
					else {
						Thread.sleep(random.nextInt(20, 250));
					}
				}
				finally {
					sender.destroyForcibly().waitFor();
					server.plays(BadServer.Part.GOOD);
				}
			}
			office.clock.moveTo(office.clock.instant().plus(Duration.ofHours(kills + 1L)));
			office.send();
			return lost(office, server, kills);
		}
	}

	private static int lost(PostOffice office, BadServer server, int kills) {
		Set<String> posted = new HashSet<>(ids(office, ""));
		assertThat(ids(office, "WHERE state <> 'SENT'")).as("all settled").isEmpty();
		List<String> received = server.messageIds().stream().map((line) -> line.substring(line.indexOf('<'))).toList();
		Set<String> once = new HashSet<>();
		List<String> twice = new ArrayList<>();
		received.forEach((id) -> {
			if (!once.add(id)) {
				twice.add(id);
			}
		});
		assertThat(posted).as("no letter but ours, under no other Message-ID").containsAll(once);
		assertThat(twice).as("doubled by a kill, not otherwise").hasSizeLessThanOrEqualTo(kills);
		assertThat(ids(office, "WHERE attempts > 1")).containsAll(twice);
		posted.removeAll(once);
		System.out.printf("%d kills, %d letters, %d lost, %d doubled%n", kills, ids(office, "").size(), posted.size(),
				twice.size());
		return posted.size();
	}

	private static List<String> ids(PostOffice office, String where) {
		return office.jdbc.sql("SELECT coalesce(message_id, '-') AS id FROM letter " + where)
			.query((row, n) -> String.valueOf(row.getString("id")))
			.list();
	}

	private static Process launch(PostOffice.Address database, int port, int round, String... arguments)
			throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
						System.getProperty("java.class.path"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
						"-Xmx256m", LetterSender.class.getName(), database.url(), database.user(), database.password(),
						Integer.toString(port), Integer.toString(round)));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		BufferedReader output = process.inputReader();
		StringBuilder said = new StringBuilder();
		for (String line = output.readLine(); !"READY".equals(line); line = output.readLine()) {
			if (line == null) {
				throw new AssertionError(said);
			}
			said.append(line).append('\n');
		}
		// Nobody may wait for a pipe that is full.
		Thread.ofVirtual().start(() -> output.lines().forEach((line) -> {
		}));
		return process;
	}

}
