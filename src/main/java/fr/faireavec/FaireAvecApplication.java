package fr.faireavec;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Faire avec: one parcours, from its template to the bilan its funders read. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class FaireAvecApplication {

	public static void main(String[] args) {
		SpringApplication.run(FaireAvecApplication.class, args);
	}

}
