package fr.faireavec.cohorts;

import java.time.LocalTime;

import fr.faireavec.jobs.Job;

import org.springframework.stereotype.Component;

/** Every night, the structures whose day has come leave. */
@Component
class LeavingJob implements Job {

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

	@Override
	public void run() {
		this.leaving.due().forEach(this.leaving::leave);
	}

}
