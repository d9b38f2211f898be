package fr.faireavec.privacy;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;

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

	/** What could not be forgotten fails the job, once everything else is done. */
	@Override
	public void run() {
		List<String> failed = this.retaining.run()
			.entrySet()
			.stream()
			.filter((count) -> count.getValue() == Retaining.FAILED)
			.map(Map.Entry::getKey)
			.toList();
		if (!failed.isEmpty()) {
			throw new IllegalStateException("Could not forget " + failed);
		}
	}

}
