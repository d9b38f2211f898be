package fr.faireavec.parcours;

import java.util.UUID;

import fr.faireavec.kernel.NotFound;

import org.springframework.stereotype.Component;

/** One parcours with all that its own pages show of it. */
@Component
public class ParcoursReading {

	private final AllParcours allParcours;

	ParcoursReading(AllParcours allParcours) {
		this.allParcours = allParcours;
	}

	/** With its template and its facilitators. */
	public Parcours whole(UUID id) {
		return this.allParcours.whole(id).orElseThrow(NotFound::new);
	}

}
