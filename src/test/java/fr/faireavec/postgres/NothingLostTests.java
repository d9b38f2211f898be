package fr.faireavec.postgres;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application is killed in the middle of its writes and started again on the same
 * directory. Every second time PostgreSQL is killed with it, as when the machine stops.
 */
class NothingLostTests {

	private static final String HALF_WRITES = """
			(select id from written except select id from twin)
			union all
			(select id from twin except select id from written)""";

	@Test
	void everyAcknowledgedWriteSurvivesAFewKills() throws Exception {
		assertThat(lostAfter(Integer.getInteger("faireavec.kills.few", 3))).isZero();
	}

	@Test
	@Tag("faults")
	void everyAcknowledgedWriteSurvivesManyKills() throws Exception {
		assertThat(lostAfter(Integer.getInteger("faireavec.kills", 200))).isZero();
	}

	/** Negative control: the test above would see a loss. */
	@Test
	void acknowledgingBeforeTheDiskHasItLosesWrites() throws Exception {
		assertThat(lostAfter(2, "--careless=true")).isPositive();
	}

	private int lostAfter(int rounds, String... arguments) throws Exception {
		Random random = new Random(20260101);
		Set<String> acknowledged = new HashSet<>();
		Set<String> lost = new HashSet<>();
		try (DataDirectory data = DataDirectory.used()) {
			for (int round = 1; round <= rounds + 1; round++) {
				try (ChildApplication application = ChildApplication.launch(data.path(), arguments).awaitWriting()) {
					Set<String> found = application.ids("select id from written");
					acknowledged.stream().filter((id) -> !found.contains(id)).forEach(lost::add);
					assertThat(application.ids(HALF_WRITES)).as("half-writes").isEmpty();
					if (round <= rounds) {
						Thread.sleep(random.nextInt(20, 400));
						kill(application, data, round % 2 == 0);
						acknowledged.addAll(application.acknowledged());
					}
				}
			}
		}
		System.out.printf("%d kills, %d writes acknowledged, %d lost%n", rounds, acknowledged.size(), lost.size());
		return lost.size();
	}

	private static void kill(ChildApplication application, DataDirectory data, boolean postgresToo) throws Exception {
		if (postgresToo) {
			long postmaster = Postmaster.recordedIn(data.cluster()).orElseThrow().pid();
			ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
		}
		application.kill();
		application.awaitEnd();
	}

}
