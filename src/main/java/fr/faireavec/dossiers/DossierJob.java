package fr.faireavec.dossiers;

import java.time.Duration;

import fr.faireavec.jobs.Job;

import org.springframework.stereotype.Component;

/** Every few seconds, the dossiers that were asked for are made. */
@Component
class DossierJob implements Job {

	private final DossierMaking making;

	DossierJob(DossierMaking making) {
		this.making = making;
	}

	@Override
	public String name() {
		return "dossiers-making";
	}

	@Override
	public Rhythm rhythm() {
		return new Rhythm.Every(Duration.ofSeconds(5));
	}

	@Override
	public void run() {
		boolean more = true;
		while (more) {
			more = this.making.makeNext();
		}
	}

}
