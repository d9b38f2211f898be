package fr.faireavec.cohorts;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.faireavec.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Every night, the structures whose day has come leave. */
@Component
class LeavingJob implements Job {

	private static final Logger log = LoggerFactory.getLogger(LeavingJob.class);

	private static final LocalTime HOUR = LocalTime.of(0, 5);

	private final Leaving leaving;

	LeavingJob(Leaving leaving) {
		this.leaving = leaving;
	}

	@Override
	public String name() {
		return "cohorts-leaving";
	}

	@Override
	public Rhythm rhythm() {
		return new Rhythm.DailyAt(HOUR);
	}

	/** One that cannot leave fails the job, once all the others have left. */
	@Override
	public void run() {
		List<UUID> failed = new ArrayList<>();
		for (UUID enrolment : this.leaving.due()) {
			try {
				this.leaving.leave(enrolment);
			}
			catch (RuntimeException refused) {
				log.error("A structure whose day has come could not leave: {}", enrolment, refused);
				failed.add(enrolment);
			}
		}
		if (!failed.isEmpty()) {
			throw new IllegalStateException("Could not leave " + failed);
		}
	}

}
