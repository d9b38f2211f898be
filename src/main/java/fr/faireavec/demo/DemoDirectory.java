package fr.faireavec.demo;

import java.util.HashMap;
import java.util.Map;

import fr.faireavec.structures.LegalForm;
import fr.faireavec.structures.Structure;

/** The demo's structures, each made when it is first needed. */
final class DemoDirectory {

	private final DemoStage stage;

	private final Map<String, Structure> made = new HashMap<>();

	DemoDirectory(DemoStage stage) {
		this.stage = stage;
	}

	Structure named(String name) {
		return this.made.computeIfAbsent(name, this::make);
	}

	private Structure make(String name) {
		return switch (name) {
			case "Recyclerie du Canal" -> structure(name, LegalForm.ASSOCIATION, "Réemploi", "Val-des-Sources", "62");
			case "Épicerie du Faubourg" ->
				structure(name, LegalForm.ASSOCIATION, "Alimentation", "Faubourg-le-Haut", "62");
			case "Jardin des Possibles" ->
				structure(name, LegalForm.ASSOCIATION, "Jardins partagés", "Saint-Amont", "62");
			case "Café Passerelle" -> structure(name, LegalForm.ASSOCIATION, "Café associatif", "Brune-sur-Lys", "59");
			case "Atelier Vélo Partagé" -> structure(name, LegalForm.ASSOCIATION, "Mobilité", "Val-des-Sources", "62");
			case "Cantine Coop" -> structure(name, LegalForm.SCIC, "Restauration", "Val-des-Sources", "62");
			case "Radio des Voisins" -> structure(name, LegalForm.ASSOCIATION, "Médias", "Brune-sur-Lys", "59");
			case "Régie des Terrils" -> structure(name, LegalForm.ASSOCIATION, "Insertion", "Fosse-Neuve", "62");
			case "Lire Ensemble" -> structure(name, LegalForm.ASSOCIATION, "Lecture", "Saint-Amont", "62");
			case "Maison des Aînés" ->
				structure(name, LegalForm.MUTUELLE, "Services à la personne", "Brune-sur-Lys", "59");
			case "Garage Entraide" -> structure(name, LegalForm.ASSOCIATION, "Mobilité", "Hautebrune", "59");
			case "Fil et Fabrique" -> structure(name, LegalForm.SCOP, "Textile", "Hautebrune", "59");
			case "Ludothèque Roulante" ->
				structure(name, LegalForm.ASSOCIATION, "Jeu et éducation", "Brune-sur-Lys", "59");
			case "Ferme du Marais" -> structure(name, LegalForm.SOCIETE_ESS, "Agriculture", "Marais-le-Bas", "80");
			default -> throw new IllegalArgumentException(name);
		};
	}

	private Structure structure(String name, LegalForm form, String sector, String commune, String departement) {
		return this.stage.structure(name, form, sector, commune, departement);
	}

}
