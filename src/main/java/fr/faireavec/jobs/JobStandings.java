package fr.faireavec.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how the jobs are doing, whichever instance ran them. */
@Component
public class JobStandings {

	private final JdbcClient jdbc;

	private final ObjectProvider<Job> jobs;

	JobStandings(JdbcClient jdbc, ObjectProvider<Job> jobs) {
		this.jdbc = jdbc;
		this.jobs = jobs;
	}

	/** Every job of this application, by name. */
	public List<JobStanding> all() {
		Map<String, JobStanding> kept = this.jdbc.sql("""
				SELECT task_name, last_success, last_failure, consecutive_failures, execution_time, picked
				FROM scheduled_tasks
				""")
			.query((row, n) -> standing(row))
			.list()
			.stream()
			.collect(Collectors.toMap(JobStanding::name, Function.identity(), (one, other) -> one));
		return this.jobs.stream()
			.map((job) -> kept.getOrDefault(job.name(), new JobStanding(job.name(), null, null, 0, null, false)))
			.sorted(Comparator.comparing(JobStanding::name))
			.toList();
	}

	private static JobStanding standing(ResultSet row) throws SQLException {
		return new JobStanding(row.getString("task_name"), instant(row.getTimestamp("last_success")),
				instant(row.getTimestamp("last_failure")), row.getInt("consecutive_failures"),
				instant(row.getTimestamp("execution_time")), row.getBoolean("picked"));
	}

	private static @Nullable Instant instant(@Nullable Timestamp time) {
		return (time != null) ? time.toInstant() : null;
	}

}
