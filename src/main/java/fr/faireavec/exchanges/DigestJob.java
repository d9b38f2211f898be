package fr.faireavec.exchanges;

import java.time.Duration;

import fr.faireavec.jobs.Job;

import org.springframework.stereotype.Component;

/** Every hour, whoever was told nothing yet that day is told what was said. */
@Component
class DigestJob implements Job {

	private final CommentDigests digests;

	DigestJob(CommentDigests digests) {
		this.digests = digests;
	}

	@Override
	public String name() {
		return "exchanges-digest";
	}

	@Override
	public Rhythm rhythm() {
		return new Rhythm.Every(Duration.ofHours(1));
	}

	@Override
	public void run() {
		this.digests.postDue();
	}

}
