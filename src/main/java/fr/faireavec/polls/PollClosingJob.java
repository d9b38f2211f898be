package fr.faireavec.polls;

import java.time.Duration;

import fr.faireavec.jobs.Job;

import org.springframework.stereotype.Component;

/** Every quarter of an hour, the polls whose last day is past are closed. */
@Component
class PollClosingJob implements Job {

	private final PollDeciding deciding;

	PollClosingJob(PollDeciding deciding) {
		this.deciding = deciding;
	}

	@Override
	public String name() {
		return "polls-closing";
	}

	@Override
	public Rhythm rhythm() {
		return new Rhythm.Every(Duration.ofMinutes(15));
	}

	@Override
	public void run() {
		this.deciding.closeDue();
	}

}
