package fr.faireavec.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.faireavec.kernel.Zones;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Runs every {@link Job} at its rhythm, once for all instances that share the database.
 * One cut off in the middle is run again once its heartbeat has been missed for some
 * minutes; one that fails is logged and tried again, at the latest at its next hour.
 */
@Component
@ConditionalOnBooleanProperty(name = "faireavec.jobs", matchIfMissing = true)
class RecurringJobs implements DisposableBean {

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private static final int THREADS = 4;

	private final Scheduler scheduler;

	@Autowired
	RecurringJobs(DataSource dataSource, ObjectProvider<Job> jobs) {
		this(dataSource, jobs.stream().toList(), Duration.ofSeconds(5), Duration.ofMinutes(1));
	}

	RecurringJobs(DataSource dataSource, List<Job> jobs, Duration polling, Duration heartbeat) {
		List<RecurringTask<Void>> tasks = jobs.stream().map(RecurringJobs::task).toList();
		this.scheduler = Scheduler.create(dataSource)
			.startTasks(tasks)
			.threads(THREADS)
			.pollingInterval(polling)
			.heartbeatInterval(heartbeat)
			.missedHeartbeatsLimit(4)
			.failureLogging(LogLevel.ERROR, true)
			.shutdownMaxWait(PATIENCE)
			.build();
	}

	/** Not before the demo is loaded and everything answers. */
	@EventListener(ApplicationReadyEvent.class)
	@Order(200)
	void start() {
		this.scheduler.start();
	}

	@Override
	public void destroy() {
		this.scheduler.stop();
	}

	private static RecurringTask<Void> task(Job job) {
		Schedule schedule = schedule(job.rhythm());
		return Tasks.recurring(job.name(), schedule)
			.onFailure((failed, operations) -> operations.reschedule(failed, next(schedule, failed)))
			.onDeadExecutionRevive()
			.execute((instance, context) -> job.run());
	}

	static Schedule schedule(Job.Rhythm rhythm) {
		return switch (rhythm) {
			case Job.Rhythm.Every every -> Schedules.fixedDelay(every.pause());
			case Job.Rhythm.DailyAt daily -> Schedules.daily(Zones.PARIS, daily.hour());
		};
	}

	/** One minute later, then two, four…, unless its own hour comes sooner. */
	private static Instant next(Schedule schedule, ExecutionComplete failed) {
		int earlier = Math.min(failed.getExecution().consecutiveFailures, 8);
		Instant again = failed.getTimeDone().plus(Duration.ofMinutes(1L << earlier));
		Instant regular = schedule.getNextExecutionTime(failed);
		return regular.isBefore(again) ? regular : again;
	}

}
