package fr.faireavec.journal;

import java.time.Duration;

import fr.faireavec.jobs.Job;

import org.springframework.stereotype.Component;

/** Every hour, structures that have noted nothing for a month are asked for news. */
@Component
class NudgingJob implements Job {

	private final Nudging nudging;

	NudgingJob(Nudging nudging) {
		this.nudging = nudging;
	}

	@Override
	public String name() {
		return "journal-nudging";
	}

	@Override
	public Rhythm rhythm() {
		return new Rhythm.Every(Duration.ofHours(1));
	}

	@Override
	public void run() {
		this.nudging.postDue();
	}

}
