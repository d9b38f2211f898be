package fr.faireavec.privacy;

import java.time.LocalTime;

import fr.faireavec.jobs.Job;

import org.springframework.stereotype.Component;

/** Every night, what is past its time is forgotten. */
@Component
class RetentionJob implements Job {

	private static final LocalTime HOUR = LocalTime.of(3, 30);

	private final Retaining retaining;

	RetentionJob(Retaining retaining) {
		this.retaining = retaining;
	}

	@Override
	public String name() {
		return "privacy-retention";
	}

	@Override
	public Rhythm rhythm() {
		return new Rhythm.DailyAt(HOUR);
	}

	@Override
	public void run() {
		this.retaining.run();
	}

}
