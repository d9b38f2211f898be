package fr.faireavec.convening;

import java.time.Duration;

import fr.faireavec.jobs.Job;

import org.springframework.stereotype.Component;

/** Every minute, those a date concerns are told what is new of it. */
@Component
class TellingJob implements Job {

	private final DateForesight letters;

	TellingJob(DateForesight letters) {
		this.letters = letters;
	}

	@Override
	public String name() {
		return "convening-telling";
	}

	@Override
	public Rhythm rhythm() {
		return new Rhythm.Every(Duration.ofMinutes(1));
	}

	@Override
	public void run() {
		this.letters.postDue();
	}

}
