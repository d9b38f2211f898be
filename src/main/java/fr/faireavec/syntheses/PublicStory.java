package fr.faireavec.syntheses;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.bilans.Bilan;
import fr.faireavec.bilans.LiveBilan;
import fr.faireavec.evidence.PublicPhoto;
import fr.faireavec.parcours.Parcours;

/**
 * What a public page tells.
 *
 * @param bilan the version whose figures are shown
 * @param told the actions their structures let it tell
 * @param photos of those actions
 * @param named the structures that let it say their name
 */
public record PublicStory(Parcours parcours, Bilan bilan, List<LiveBilan.Logged> told, List<PublicPhoto> photos,
		List<String> named) {

	public PublicStory {
		told = List.copyOf(told);
		photos = List.copyOf(photos);
		named = List.copyOf(named);
	}

	Optional<PublicPhoto> photo(UUID pieceId) {
		return this.photos.stream().filter((photo) -> photo.id().equals(pieceId)).findFirst();
	}

}
