package fr.faireavec.jobs;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import fr.faireavec.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Jobs run, once for all, and again after whatever cut them off. */
class RecurringJobsTests {

	private static final Duration QUICK = Duration.ofMillis(100);

	private final HikariDataSource dataSource = new HikariDataSource();

	private TestDatabase database;

	@BeforeEach
	void open() {
		this.database = TestDatabase.migrated();
		this.dataSource.setJdbcUrl(this.database.url());
		this.dataSource.setUsername(this.database.user());
		this.dataSource.setPassword(this.database.password());
	}

	@AfterEach
	void close() {
		this.dataSource.close();
	}

	@Test
	void twoInstancesNeverRunOneJobAtOnce() throws Exception {
		AtomicInteger inside = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		AtomicInteger runs = new AtomicInteger();
		Job job = job("test-once", Duration.ofMillis(150), () -> {
			most.accumulateAndGet(inside.incrementAndGet(), Math::max);
			pause(200);
			inside.decrementAndGet();
			runs.incrementAndGet();
		});
		RecurringJobs one = jobs(job);
		RecurringJobs other = jobs(job);
		one.start();
		other.start();
		await(() -> runs.get() >= 4);
		one.destroy();
		other.destroy();
		assertThat(most).hasValue(1);
		assertThat(standing("test-once", job).lastSuccess()).isNotNull();
	}

	@Test
	void oneThatFailsIsTriedAgainAndSaysSo() throws Exception {
		AtomicInteger runs = new AtomicInteger();
		Job job = job("test-failing", Duration.ofMillis(300), () -> {
			if (runs.incrementAndGet() == 1) {
				throw new IllegalStateException("fails the first time, on purpose");
			}
		});
		RecurringJobs jobs = jobs(job);
		jobs.start();
		await(() -> runs.get() >= 2);
		await(() -> standing("test-failing", job).lastSuccess() != null);
		jobs.destroy();
		assertThat(standing("test-failing", job)).satisfies((standing) -> {
			assertThat(standing.lastFailure()).isNotNull();
			assertThat(standing.failuresInARow()).isZero();
			assertThat(standing.nextRun()).isNotNull();
		});
	}

	/** As left by an instance that was killed in the middle of it. */
	@Test
	void oneCutOffIsRunAgain() throws Exception {
		this.database.execute(
				"""
						insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat,
						  version) values ('test-cut', 'recurring', now() - interval '1 hour', true, 'a dead one',
						  now() - interval '1 hour', 1)""");
		AtomicInteger runs = new AtomicInteger();
		RecurringJobs jobs = jobs(job("test-cut", Duration.ofMillis(300), runs::incrementAndGet));
		jobs.start();
		await(() -> runs.get() >= 1);
		jobs.destroy();
	}

	@Test
	void oneThatNeverRanIsListedToo() {
		Job job = new Job() {
			@Override
			public String name() {
				return "test-night";
			}

			@Override
			public Rhythm rhythm() {
				return new Rhythm.DailyAt(LocalTime.of(3, 0));
			}

			@Override
			public void run() {
				// Never, here.
			}
		};
		assertThat(standing("test-night", job)).isEqualTo(new JobStanding("test-night", null, null, 0, null, false));
	}

	private RecurringJobs jobs(Job job) {
		return new RecurringJobs(this.dataSource, List.of(job), QUICK, Duration.ofSeconds(1));
	}

	private JobStanding standing(String name, Job job) {
		ObjectProvider<Job> provider = new ObjectProvider<>() {
			@Override
			public Stream<Job> stream() {
				return Stream.of(job);
			}
		};
		return new JobStandings(JdbcClient.create(this.dataSource), provider).all()
			.stream()
			.filter((standing) -> standing.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static Job job(String name, Duration pause, Runnable work) {
		return new Job() {
			@Override
			public String name() {
				return name;
			}

			@Override
			public Rhythm rhythm() {
				return new Rhythm.Every(pause);
			}

			@Override
			public void run() {
				work.run();
			}
		};
	}

	private static void await(BooleanSupplier happened) throws InterruptedException {
		for (int i = 0; i < 300 && !happened.getAsBoolean(); i++) {
			Thread.sleep(100);
		}
		assertThat(happened.getAsBoolean()).as("within half a minute").isTrue();
	}

	private static void pause(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
